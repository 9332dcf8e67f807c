/**
 * Equilibrium solvers and what they return: {@link org.mfg.api.equilibrium.EquilibriumSolver} turns a discrete game into
 * an {@link org.mfg.api.equilibrium.Equilibrium}, telling a {@link org.mfg.api.equilibrium.Monitor} of each {@link
 * org.mfg.api.equilibrium.Iteration}. What there is to read off one: {@link org.mfg.api.equilibrium.CrossSection}, {@link org.mfg.api.equilibrium.Atom}, {@link org.mfg.api.equilibrium.FeynmanKac}.
 */
@NullMarked
package org.mfg.api.equilibrium;

import org.jspecify.annotations.NullMarked;
