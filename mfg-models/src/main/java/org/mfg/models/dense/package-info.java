/**
 * Dense products on ND4J, for non-local couplings. The only package of this module that names ND4J, whose first use
 * costs seconds: nothing here is loaded before a coupling that needs it is put on a grid. Entry:
 * {@link org.mfg.models.dense.AxisProducts}.
 */
@NullMarked
package org.mfg.models.dense;

import org.jspecify.annotations.NullMarked;
