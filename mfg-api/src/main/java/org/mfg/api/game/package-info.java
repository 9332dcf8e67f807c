/**
 * The continuous problem: {@link org.mfg.api.game.MeanFieldGame}, immutable and grid-free, built by a builder that
 * validates. Uses the grid, hamiltonian and coupling packages.
 */
@NullMarked
package org.mfg.api.game;

import org.jspecify.annotations.NullMarked;
