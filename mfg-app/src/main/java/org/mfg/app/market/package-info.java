/**
 * The files of {@code mfg clear}: {@link org.mfg.app.market.MarketFiles}. Uses {@link org.mfg.solvers.market}, output and figure.
 */
@NullMarked
package org.mfg.app.market;

import org.jspecify.annotations.NullMarked;
