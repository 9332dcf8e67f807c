package org.mfg.api.spi;

import org.mfg.api.coupling.Coupling;

/** Makes a coupling. */
public interface CouplingProvider extends Provider<Coupling> {}
