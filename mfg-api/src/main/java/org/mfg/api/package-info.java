/**
 * The root of the MFG API: the exceptions that every package uses. A plugin compiles against this module alone. What to read depends on what
 * you write:
 *
 * <table>
 *   <caption>Reading lists</caption>
 *   <tr><th>you write</th><th>you read</th></tr>
 *   <tr><td>a Hamiltonian</td><td>{@link org.mfg.api.hamiltonian.AxiswiseHamiltonian} or {@link org.mfg.api.hamiltonian.RadialHamiltonian}, and
 *       {@link org.mfg.api.hamiltonian.Hamiltonian} above them; to test it, {@link org.mfg.api.testkit.HamiltonianKit}; to give it a name, {@link
 *       org.mfg.api.spi.HamiltonianProvider}</td></tr>
 *   <tr><td>a coupling</td><td>{@link org.mfg.api.coupling.LocalCoupling}, or {@link org.mfg.api.coupling.Coupling} with its {@link
 *       org.mfg.api.coupling.DiscreteCoupling}; {@link org.mfg.api.testkit.CouplingKit}; {@link org.mfg.api.spi.CouplingProvider}</td></tr>
 *   <tr><td>a game</td><td>{@link org.mfg.api.grid.Domain}, {@link org.mfg.api.game.MeanFieldGame} and its builder; {@link
 *       org.mfg.api.testkit.GameKit}; {@link org.mfg.api.spi.GameProvider}</td></tr>
 *   <tr><td>a program that solves games</td><td>{@link org.mfg.api.game.MeanFieldGame}, {@link org.mfg.api.grid.Grid}, {@link
 *       org.mfg.api.equilibrium.Equilibrium}, and the class Mfg of mfg-solvers</td></tr>
 *   <tr><td>a solver</td><td>{@link org.mfg.api.discrete.DiscreteGame}, {@link org.mfg.api.equilibrium.EquilibriumSolver}, {@link
 *       org.mfg.api.progress.SolveLog}; {@link org.mfg.api.spi.SolverProvider}</td></tr>
 *   <tr><td>a flux, or a whole scheme</td><td>{@link org.mfg.api.hamiltonian.NumericalHamiltonian}; {@link
 *       org.mfg.api.discrete.Discretization}; {@link org.mfg.api.testkit.FluxKit}, {@link org.mfg.api.testkit.DiscretizationKit}; {@link
 *       org.mfg.api.spi.DiscretizationProvider}</td></tr>
 * </table>
 */
@NullMarked
package org.mfg.api;

import org.jspecify.annotations.NullMarked;
