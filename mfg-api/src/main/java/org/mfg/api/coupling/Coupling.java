package org.mfg.api.coupling;

/**
 * A running or terminal coupling: the cost F[m](t, x) of being at x at time t in a crowd of density m. Either local or
 * non-local.
 */
public sealed interface Coupling permits LocalCoupling, NonlocalCoupling {}
