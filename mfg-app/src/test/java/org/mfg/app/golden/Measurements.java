package org.mfg.app.golden;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.solvers.Mfg;

/** All numbers of one game by one scheme. */
final class Measurements {
    private static final List<String> SOLVERS = List.of("newton", "anderson");
    private static final double[] TOLERANCES = {1e-13, 1e-12, 1e-11, 1e-10, 1e-9, 1e-8};
    private static final int TRIALS = 3;
    private static final double SAFETY = 10;

    private final Mfg mfg;
    private final String game;
    private final String scheme;

    Measurements(Mfg mfg, String game, String scheme) {
        this.mfg = mfg;
        this.game = game;
        this.scheme = scheme;
    }

    /** The numbers now, by solvers with the tolerances of the golden ones. */
    List<Pin> at(Map<String, Pin> golden) {
        Map<String, Double> tolerances = new LinkedHashMap<>();
        for (String solver : SOLVERS) {
            Pin tolerance = golden.get(game + "," + scheme + "," + SolvePins.toleranceOf(solver));
            tolerances.put(solver, tolerance == null ? 1 : Double.parseDouble(tolerance.word()));
        }
        return measure(tolerances, null);
    }

    /** Golden numbers: by solvers with the tightest tolerance that they reach, and as exact as round-off lets them be. */
    List<Pin> golden() {
        Map<String, Double> tolerances = new LinkedHashMap<>();
        SOLVERS.forEach(solver -> tolerances.put(solver, tightest(solver)));
        List<Pin> pins = measure(tolerances, null);
        for (int trial = 0; trial < TRIALS; trial++) {
            List<Pin> moved = measure(tolerances, new RoundOff(trial));
            for (int i = 0; i < pins.size(); i++) {
                Pin pin = pins.get(i);
                double distance = i < moved.size() ? moved.get(i).distance(pin) : Double.POSITIVE_INFINITY;
                if (SAFETY * distance > pin.tolerance()) {
                    pins.set(i, pin.withTolerance(SAFETY * distance));
                }
            }
        }
        return pins;
    }

    /** Of those that it reaches with other roundings too; the loosest if it reaches none. */
    private double tightest(String solver) {
        for (double tolerance : TOLERANCES) {
            boolean isReached = true;
            for (int trial = 0; trial <= TRIALS && isReached; trial++) {
                RoundOff roundOff = trial == 0 ? null : new RoundOff(trial - 1);
                isReached = SolvePins.of(mfg, pinned(), scheme, solver, tolerance, games(roundOff))
                        .get(0)
                        .word()
                        .equals("CONVERGED");
            }
            if (isReached) {
                return tolerance;
            }
        }
        return TOLERANCES[TOLERANCES.length - 1];
    }

    private List<Pin> measure(Map<String, Double> tolerances, @Nullable RoundOff roundOff) {
        UnaryOperator<double[]> inputs = roundOff == null ? f -> f : roundOff::on;
        List<Pin> pins = new ArrayList<>(SweepPins.of(pinned(), scheme, inputs));
        tolerances.forEach((solver, tolerance) ->
                pins.addAll(SolvePins.of(mfg, pinned(), scheme, solver, tolerance, games(roundOff))));
        pins.addAll(SolvePins.price(mfg, pinned(), scheme, tolerances.get("newton"), games(roundOff)));
        return pins;
    }

    private static UnaryOperator<DiscreteGame> games(@Nullable RoundOff roundOff) {
        return roundOff == null ? game -> game : roundOff::on;
    }

    private PinnedGame pinned() {
        return new PinnedGame(mfg, game, scheme);
    }
}
