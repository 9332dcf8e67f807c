package org.mfg.app.fit;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.app.study.Choice;
import org.mfg.app.study.GridChoice;
import org.mfg.app.study.Study;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.calibration.Fit;
import org.mfg.solvers.calibration.Observations;

/** Three parameters of the tutorial, to be found again from what its own crowd does. */
final class Recovery {
    static final Mfg MFG = Mfg.load();
    static final List<String> NAMES = List.of("lambda", "viscosity", "gamma");
    private static final double[] TRUE = {0.5, 0.01, 1};
    private static final Map<String, Object> START = Map.of("lambda", 0.8, "viscosity", 0.015, "gamma", 0.7);

    private final GridChoice grid;
    private final String scheme;
    final DiscreteGame game;
    final Equilibrium equilibrium;

    Recovery(int nodes, int steps, String scheme) {
        grid = new GridChoice(Map.of(0, nodes), OptionalInt.of(steps), OptionalDouble.empty());
        this.scheme = scheme;
        Study study = study(Map.of());
        game = study.discreteGame();
        equilibrium = study.solve(Monitor.NONE).equilibrium();
    }

    /** The tutorial with other parameters. */
    Study study(Map<String, ?> parameters) {
        return Study.of(
                MFG,
                MFG.games().provider("tutorial"),
                new Study.Request(
                        parameters,
                        grid,
                        Choice.of(scheme),
                        new Choice("newton", Map.of("tolerance", 1e-11, "levels", 1L))));
    }

    /** The fit from other parameters than the true ones. */
    Fit fit(Observations data) {
        return FitStudy.best(study(START), NAMES, false, data, 1, Monitor.NONE);
    }

    /** The largest relative error of a parameter. */
    static double error(Fit fit) {
        double largest = 0;
        for (int k = 0; k < TRUE.length; k++) {
            largest = Math.max(largest, Math.abs(fit.values()[k] / TRUE[k] - 1));
        }
        return largest;
    }

    /** Whether all lie within three standard errors of the truth. */
    static boolean isWithinThree(Fit fit) {
        double[] errors = fit.standardErrors();
        boolean isWithin = true;
        for (int k = 0; k < TRUE.length; k++) {
            isWithin &= Math.abs(fit.values()[k] - TRUE[k]) <= 3 * errors[k];
        }
        return isWithin;
    }
}
