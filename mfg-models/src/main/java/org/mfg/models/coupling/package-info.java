/**
 * Couplings, each a class of mathematics beside its provider. Local: {@link org.mfg.models.coupling.PowerCoupling}, {@link
 * org.mfg.models.coupling.LogCoupling}.
 */
@NullMarked
package org.mfg.models.coupling;

import org.jspecify.annotations.NullMarked;
