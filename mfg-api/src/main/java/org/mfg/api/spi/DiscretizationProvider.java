package org.mfg.api.spi;

import org.mfg.api.discrete.Discretization;

/** Makes a discretisation. */
public interface DiscretizationProvider extends Provider<Discretization> {}
