package org.mfg.models.quantity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.quantity.Gradient;
import org.mfg.api.quantity.Quantity;
import org.mfg.api.spi.QuantityProvider;
import org.mfg.api.testkit.QuantityKit;

class QuantityKitTest {
    private static final Domain PLANE = Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", -1, 2));

    private static QuantityProvider of(Quantity... all) {
        return (MeanFieldGame game) -> List.of(all);
    }

    /** Twice the mean of x, with a part wrong. */
    private record Faulty(boolean hasWrongGradient, boolean changesTheDensity) implements Quantity {
        private static final Quantity MEAN = new Moment("mean-x(T)", Snapshot.END, 0, false);

        @Override
        public String name() {
            return "faulty";
        }

        @Override
        public double value(DiscreteGame game, double[] u, double[] m) {
            double value = 2 * MEAN.value(game, u, m);
            if (changesTheDensity) {
                m[m.length - 1] *= 1.5;
            }
            return value;
        }

        @Override
        public Optional<Gradient> gradient(DiscreteGame game, double[] u, double[] m) {
            return hasWrongGradient ? MEAN.gradient(game, u, m) : Optional.empty();
        }
    }

    @Test
    void momentsOfTheEndKeepTheirPromises() {
        QuantityKit.check(
                of(
                        new Mass("mass(T)", Snapshot.END),
                        new Moment("mean-y(T)", Snapshot.END, 1, false),
                        new Moment("variance-x(T)", Snapshot.END, 0, true)),
                PLANE);
    }

    @Test
    void aWrongGradientIsFound() {
        assertThatThrownBy(() -> QuantityKit.check(of(new Faulty(true, false)), PLANE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("faulty, gradient in m is ")
                .hasMessageContaining("by a central difference");
    }

    @Test
    void aQuantityThatChangesTheFieldsIsFound() {
        assertThatThrownBy(() -> QuantityKit.check(of(new Faulty(false, true)), PLANE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("faulty");
    }

    @Test
    void aNameThatIsGivenTwiceIsFound() {
        assertThatThrownBy(() -> QuantityKit.check(
                        of(new Mass("mass(T)", Snapshot.END), new Mass("mass(T)", Snapshot.END)), PLANE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("names 'mass(T)' twice");
    }
}
