/**
 * The files of {@code mfg clear}: {@link org.mfg.examples.market.MarketFiles}. Uses {@link org.mfg.solvers.market}, output and figure.
 */
@NullMarked
package org.mfg.examples.market;

import org.jspecify.annotations.NullMarked;
