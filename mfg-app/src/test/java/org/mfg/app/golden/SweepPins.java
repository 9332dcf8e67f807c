package org.mfg.app.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.mfg.api.InvalidInputException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;

/** What a game's sweeps, residuals and linearised sweeps make of given fields: no solver and no tolerance in between. */
final class SweepPins {
    private final String game;
    private final String scheme;
    private final UnaryOperator<double[]> inputs;
    private final List<Pin> pins = new ArrayList<>();

    private SweepPins(String game, String scheme, UnaryOperator<double[]> inputs) {
        this.game = game;
        this.scheme = scheme;
        this.inputs = inputs;
    }

    /** @param inputs what is done to the fields first; the identity but to see what round-off does */
    static List<Pin> of(PinnedGame pinned, String scheme, UnaryOperator<double[]> inputs) {
        SweepPins sweeps = new SweepPins(pinned.provider().name(), scheme, inputs);
        try {
            sweeps.measure(pinned.discrete());
        } catch (InvalidInputException e) {
            sweeps.pins.add(Pin.word(sweeps.game, scheme, "refused", e.field()));
        }
        return sweeps.pins;
    }

    private void measure(DiscreteGame discrete) {
        double[] u = inputs.apply(PinnedGame.value(discrete));
        double[] m = inputs.apply(PinnedGame.density(discrete));
        double[] source = inputs.apply(PinnedGame.direction(discrete, 17));
        double[] change = inputs.apply(PinnedGame.direction(discrete, 19));
        int size = discrete.size();
        add("initial density", discrete.grid().size(), out -> copy(discrete.initialDensity(), out));
        add("backward", size, out -> discrete.backward(m.clone(), out));
        add("forward", size, out -> {
            copy(m, out);
            discrete.forward(u.clone(), out);
        });
        add("backward residual", size, out -> discrete.backwardResidual(u.clone(), m.clone(), out));
        add("forward residual", size, out -> discrete.forwardResidual(u.clone(), m.clone(), out));
        add("step density", discrete.grid().size(), out -> discrete.stepDensity(u.clone(), m.clone(), 0, out));
        if (discrete.game().domain().hasExits()) {
            add("exited mass", discrete.time().levels(), out -> {
                double[] population = m.clone();
                discrete.forward(u.clone(), population);
                discrete.exitedMass(u.clone(), population, out);
            });
        }
        Linearization linear = discrete.linearize(u.clone(), m.clone());
        add("linearised backward", size, out -> linear.backward(change.clone(), source.clone(), out));
        add("linearised forward", size, out -> linear.forward(change.clone(), source.clone(), out));
    }

    private static void copy(double[] from, double[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
    }

    private void add(String part, int length, Consumer<double[]> write) {
        double[] out = new double[length];
        try {
            write.accept(out);
            pins.add(Pin.field(game, scheme, part, out, GoldenNumbersTest.SWEEP));
        } catch (NumericalFailureException e) {
            pins.add(Pin.word(game, scheme, part, "fails"));
        }
    }
}
