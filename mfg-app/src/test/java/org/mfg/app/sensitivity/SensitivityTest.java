package org.mfg.app.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.quantity.Quantity;
import org.mfg.app.study.Study;
import org.mfg.solvers.sensitivity.Adjoint;
import org.mfg.solvers.sensitivity.GameFamily;
import org.mfg.solvers.sensitivity.Sensitivity;
import org.mfg.solvers.sensitivity.Tangent;

/** Derivatives of the equilibria of packaged games against differences of equilibria. */
class SensitivityTest {
    /** Of a parameter. */
    private static final double STEP = 1e-5;

    private static final int PARAMETERS = 3;

    static Stream<String> games() {
        return PackagedGames.MFG.games().names().stream();
    }

    /**
     * Three parameters of every game, by tangent, adjoint and a central difference of two equilibria solved to 1e-13, whose own error is about 1e-13/1e-5/Δt for noise
     * and 1e-5 squared; each against the largest derivative of its quantity, since some are 0 by symmetry.
     */
    @ParameterizedTest
    @MethodSource("games")
    void tangentsAdjointsAndDifferencesOfEquilibriaAgree(String name) {
        Study study = PackagedGames.study(name, "upwind", nodes(name), 12);
        Equilibrium e = PackagedGames.solve(study);
        assertThat(e.isConverged()).isTrue();
        MeanFieldGame game = study.discreteGame().game();
        List<Quantity> quantities = List.of(
                PackagedGames.MFG.quantity("cost", game),
                PackagedGames.MFG.quantity("variance-" + game.domain().axis(0).name() + "(T)", game),
                PackagedGames.MFG.quantity("integral(u*m^2)", game));
        Sensitivity sensitivity = Sensitivity.of(study.discreteGame(), e);
        List<Adjoint> adjoints = quantities.stream().map(sensitivity::adjoint).toList();
        List<String> parameters = SensitivityStudy.reals(study).stream()
                .limit(game.isConstrained() ? 7 : PARAMETERS)
                .toList();
        double[][] found = new double[quantities.size()][3 * parameters.size()];
        for (int k = 0; k < parameters.size(); k++) {
            String parameter = parameters.get(k);
            double theta = study.parameters().real(parameter);
            GameFamily family = SensitivityStudy.family(study, parameter);
            Tangent tangent = sensitivity.tangent(theta, family);
            double step = STEP * (theta == 0 ? 1 : Math.abs(theta));
            PackagedGames.Neighbour above = PackagedGames.near(study, e, parameter, theta + step);
            PackagedGames.Neighbour below = PackagedGames.near(study, e, parameter, theta - step);
            for (int q = 0; q < quantities.size(); q++) {
                found[q][3 * k] = tangent.of(quantities.get(q));
                found[q][3 * k + 1] = adjoints.get(q).to(theta, family);
                found[q][3 * k + 2] = (value(quantities.get(q), above) - value(quantities.get(q), below)) / (2 * step);
            }
        }
        // Costs that grow by 1e7 more with the density, where a place is full, leave so much of the round-off.
        double agreement = game.ceiling().isPresent() ? 1e-8 : 1e-9;
        for (double[] of : found) {
            double scale = 0;
            for (double derivative : of) {
                scale = Math.max(scale, Math.abs(derivative));
            }
            for (int k = 0; k < of.length; k += 3) {
                assertThat(of[k + 1]).isCloseTo(of[k], within(agreement * scale));
                assertThat(of[k + 2]).isCloseTo(of[k], within(1e-6 * scale));
            }
        }
    }

    private static int nodes(String name) {
        boolean isPlane = name.endsWith("-2d")
                || Set.of("evacuation", "flocking", "two-assets").contains(name);
        return isPlane ? 12 : 30;
    }

    private static double value(Quantity quantity, PackagedGames.Neighbour at) {
        return quantity.value(
                at.study().discreteGame(),
                at.equilibrium().u(),
                at.equilibrium().m());
    }

    /** ‖z(θ + ε) - z(θ) - ε z'(θ)‖ falls as ε², for z = u and z = m. */
    @ParameterizedTest
    @CsvSource({
        "tutorial, upwind, lambda",
        "tutorial, crank-nicolson, lambda",
        "hopf-cole, upwind, viscosity",
        "ergodic-potential, upwind, theta",
        "discounted-potential, crank-nicolson, discount"
    })
    void theRemainderOfTaylorsFormulaIsOfOrderTwo(String name, String discretization, String parameter) {
        Study study = PackagedGames.study(name, discretization, 40, 20);
        Equilibrium e = PackagedGames.solve(study);
        double theta = study.parameters().real(parameter);
        Tangent tangent =
                Sensitivity.of(study.discreteGame(), e).tangent(theta, SensitivityStudy.family(study, parameter));
        double[][] remainder = new double[2][6];
        for (int k = 0; k < 6; k++) {
            double epsilon = 0.04 * theta / (1 << k);
            Equilibrium there =
                    PackagedGames.near(study, e, parameter, theta + epsilon).equilibrium();
            remainder[0][k] = remainder(e.u(), there.u(), tangent.du(), epsilon);
            remainder[1][k] = remainder(e.m(), there.m(), tangent.dm(), epsilon);
        }
        for (double[] of : remainder) {
            for (int k = 1; k < 6; k++) {
                double order = Math.log(of[k - 1] / of[k]) / Math.log(2);
                assertThat(order).as("step " + k).isCloseTo(2, within(0.15));
            }
        }
    }

    private static double remainder(double[] before, double[] after, double[] slope, double epsilon) {
        double sum = 0;
        for (int i = 0; i < before.length; i++) {
            double left = after[i] - before[i] - epsilon * slope[i];
            sum += left * left;
        }
        return Math.sqrt(sum);
    }

    /** d mean(T)/dκ of the linear-quadratic game against the Riccati equations, differentiated by hand: of second order by crank-nicolson. */
    @Test
    void theDerivativeOfTheLinearQuadraticMeanIsThatOfTheRiccatiEquations() {
        double exact = RiccatiDerivative.ofMean(1, 0.5, 1, 0.5, 1, 1);
        double[] error = new double[3];
        for (int k = 0; k < 3; k++) {
            Study study = PackagedGames.study("linear-quadratic", "crank-nicolson", 40 * (1 << k) + 1, 20 * (1 << k));
            Equilibrium e = PackagedGames.solve(study);
            Quantity mean =
                    PackagedGames.MFG.quantity("mean(T)", study.discreteGame().game());
            double found = Sensitivity.of(study.discreteGame(), e)
                    .tangent(study.parameters().real("kappa"), SensitivityStudy.family(study, "kappa"))
                    .of(mean);
            error[k] = Math.abs(found - exact);
        }
        assertThat(error[2]).isLessThan(2e-4 * Math.abs(exact));
        assertThat(Math.log(error[0] / error[1]) / Math.log(2)).isCloseTo(2, within(0.2));
        assertThat(Math.log(error[1] / error[2]) / Math.log(2)).isCloseTo(2, within(0.2));
    }

    /**
     * The gradients in functions, along a function: against differences of equilibria of games with a little of it added. With 30 nodes the symmetric stationary games have a
     * difference of u that is 0 between two nodes, where the upwind flux has a kink.
     */
    @ParameterizedTest
    @CsvSource({
        "tutorial, upwind",
        "tutorial, crank-nicolson",
        "ergodic-potential, upwind",
        "discounted-potential, upwind"
    })
    void theAdjointHasTheDerivativesInFunctions(String name, String discretization) {
        Study study = PackagedGames.study(name, discretization, 32, 12);
        Fields fields = new Fields(study, PackagedGames.solve(study));
        fields.checkRunningCost();
        if (!study.isStationary()) {
            fields.checkTerminalCost();
            fields.checkInitialDensity();
        }
    }

    @Test
    void whatHasNoDerivativeIsRefusedInALine() {
        Study planning = PackagedGames.study("planning", "upwind", 20, 10);
        Quantity cost =
                PackagedGames.MFG.quantity("cost", planning.discreteGame().game());
        Adjoint planned = Sensitivity.of(planning.discreteGame(), PackagedGames.solve(planning))
                .adjoint(cost);
        assertThatThrownBy(planned::toTerminalCost)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("not a target density");
        Study study = PackagedGames.study("tutorial", "upwind", 20, 10);
        Sensitivity sensitivity = Sensitivity.of(study.discreteGame(), PackagedGames.solve(study));
        Study other = PackagedGames.study("hopf-cole", "upwind", 20, 10);
        assertThatThrownBy(() -> sensitivity.tangent(0.1, SensitivityStudy.family(other, "viscosity")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("residuals differ by");
    }

    /** With a discount the equations of a planned crowd are not their own transpose, and there is a tangent only. */
    @Test
    void aPlannedCrowdThatDiscountsHasTangents() {
        Study planning = PackagedGames.study("planning", "upwind", 20, 10);
        GameFamily family = rate -> PackagedGames.MFG.discretize(
                planning.discreteGame().game().toBuilder().discount(rate).build(), 20, 10);
        Quantity square = PackagedGames.MFG.quantity(
                "integral(u*m^2)", planning.discreteGame().game());
        DiscreteGame game = family.at(0.5);
        Sensitivity sensitivity = Sensitivity.of(game, solved(game));
        double step = 1e-4;
        double[] value = new double[2];
        for (int k = 0; k < 2; k++) {
            DiscreteGame near = family.at(0.5 + (2 * k - 1) * step);
            Equilibrium e = solved(near);
            value[k] = square.value(near, e.u(), e.m());
        }
        double difference = (value[1] - value[0]) / (2 * step);
        assertThat(sensitivity.tangent(0.5, family).of(square))
                .isCloseTo(difference, within(1e-6 * Math.abs(difference)));
        assertThat(sensitivity.hasAdjoints()).isFalse();
        assertThatThrownBy(() -> sensitivity.adjoint(square))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("neither a discount");
    }

    private static Equilibrium solved(DiscreteGame game) {
        return PackagedGames.MFG.solver("newton", Map.of("tolerance", 1e-12)).solve(game);
    }

    /** At a bound of its range a parameter has games on one side only. */
    @Test
    void aParameterAtItsBoundIsDifferentiatedOnOneSide() {
        Study study = PackagedGames.study("systemic-risk", "upwind", 30, 12);
        Equilibrium e = PackagedGames.solve(study);
        assertThat(study.parameters().real("c")).isZero();
        Quantity variance =
                PackagedGames.MFG.quantity("variance(T)", study.discreteGame().game());
        double found = Sensitivity.of(study.discreteGame(), e)
                .tangent(0, SensitivityStudy.family(study, "c"))
                .of(variance);
        double step = 1e-4;
        double here = variance.value(study.discreteGame(), e.u(), e.m());
        double one = value(variance, PackagedGames.near(study, e, "c", step));
        double two = value(variance, PackagedGames.near(study, e, "c", 2 * step));
        assertThat(found).isCloseTo((-3 * here + 4 * one - two) / (2 * step), within(1e-6 * Math.abs(found)));
    }
}
