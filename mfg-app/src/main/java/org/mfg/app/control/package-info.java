/**
 * The files of {@code mfg price-of-anarchy}: {@link org.mfg.app.control.PriceOfAnarchyFiles}. Uses {@link
 * org.mfg.solvers.cost}, study, output and figure.
 */
@NullMarked
package org.mfg.app.control;

import org.jspecify.annotations.NullMarked;
