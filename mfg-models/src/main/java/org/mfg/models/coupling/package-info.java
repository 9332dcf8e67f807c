/**
 * Couplings, each a class of mathematics beside its provider. Local: {@link org.mfg.models.coupling.PowerCoupling},
 * {@link org.mfg.models.coupling.LogCoupling}. Non-local: {@link org.mfg.models.coupling.GaussianKernelCoupling} and,
 * for games written in Java, {@link org.mfg.models.coupling.MeanCoupling}.
 */
@NullMarked
package org.mfg.models.coupling;

import org.jspecify.annotations.NullMarked;
