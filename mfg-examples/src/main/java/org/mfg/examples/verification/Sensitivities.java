package org.mfg.examples.verification;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.quantity.Quantity;
import org.mfg.output.figure.Curve;
import org.mfg.output.figure.StudyFigures;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.sensitivity.Adjoint;
import org.mfg.solvers.sensitivity.Sensitivity;

/**
 * Where a crowd ends, and what moves it. The linear-quadratic game has μ′ = -(a + η) μ with Riccati equations for a and η; differentiated in κ they give dμ(T)/dκ =
 * -0.0969109 (κ = κ_T = 1, s = s_T = ½, T = 1, μ(0) = 1). Of the discrete equilibrium the same derivative takes one linear solve, by a tangent for this one parameter or by an
 * adjoint for all of them at once, and for functions too.
 *
 * <p>What to look at: what a cost at a place and time does to the mean at the end (running-cost). A cost on the left of the crowd drives it to the right and one on the right to the left; late in
 * the game more than early, as agents who were driven away return to where they like to be.
 */
public final class Sensitivities {
    private static final int NODES = 201;
    private static final int STEPS = 100;

    private Sensitivities() {}

    /** Takes the folder to write to, out/gallery/sensitivities if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/sensitivities"));
    }

    /** Writes the figure; returns dμ(T)/dκ, and by how much the adjoint's differs from it. */
    public static double[] run(Path out) throws IOException {
        Mfg mfg = Mfg.load();
        DiscreteGame discrete = game(mfg, 1);
        Equilibrium e = mfg.solver("newton", Map.of("tolerance", 1e-11)).solve(discrete);
        Quantity mean = mfg.quantity("mean(T)", discrete.game());

        Sensitivity sensitivity = Sensitivity.of(discrete, e);
        double byTangent = sensitivity.tangent(1, kappa -> game(mfg, kappa)).of(mean);
        Adjoint adjoint = sensitivity.adjoint(mean);
        double byAdjoint = adjoint.to(1, kappa -> game(mfg, kappa));

        List<Curve> curves = new ArrayList<>();
        for (int quarter = 1; quarter <= 3; quarter++) {
            int at = quarter * STEPS / 4 * NODES;
            curves.add(Curve.level("t = " + 0.25 * quarter, discrete.grid(), adjoint.toRunningCost(), at));
        }
        new StudyFigures(out).lines("running-cost", "position x", "d mean(T) by a cost at (t, x)", curves);
        System.out.printf(
                "d mean(T) / d kappa = %.7f by a tangent, %.1e from the adjoint's%n", byTangent, byAdjoint - byTangent);
        return new double[] {byTangent, byAdjoint - byTangent};
    }

    private static DiscreteGame game(Mfg mfg, double kappa) {
        MeanFieldGame game = mfg.game("linear-quadratic", Map.of("kappa", kappa));
        return mfg.discretize(
                game,
                mfg.discretization("crank-nicolson", Map.of()),
                Grid.of(game.domain(), NODES),
                game.timeGrid(STEPS));
    }
}
