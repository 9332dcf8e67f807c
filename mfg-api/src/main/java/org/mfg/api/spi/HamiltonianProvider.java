package org.mfg.api.spi;

import org.mfg.api.hamiltonian.Hamiltonian;

/** Makes a Hamiltonian. */
public interface HamiltonianProvider extends Provider<Hamiltonian> {}
