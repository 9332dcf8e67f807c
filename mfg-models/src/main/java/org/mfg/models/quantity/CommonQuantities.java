package org.mfg.models.quantity;

import java.util.ArrayList;
import java.util.List;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.api.quantity.Quantity;
import org.mfg.api.spi.QuantityProvider;

/**
 * What is asked of most equilibria. With ⟨f⟩ = Σ w m(T) f, w the quadrature weights, and m(T) the density of a stationary game:
 *
 * <pre>
 *   cost         what an agent pays on average from the start to the end
 *   transport    T ∫∫ |J|²/m, of a crowd with a target density: {@link org.mfg.api.discrete.FlowAction}
 *   rho          the ergodic constant, of an ergodic game
 *   mass(T)      ⟨1⟩, below 1 where agents have left through an exit
 *   max(T)       the largest value of m(T)
 *   mean-x(T)    ⟨x⟩ / ⟨1⟩, and so for every axis; on a line also mean(T)
 *   variance-x(T)    ⟨x²⟩ / ⟨1⟩ less the mean squared; on a line also variance(T)
 * </pre>
 */
public final class CommonQuantities implements QuantityProvider {

    @Override
    public List<Quantity> quantities(MeanFieldGame game) {
        Domain domain = game.domain();
        List<Quantity> all = new ArrayList<>(List.of(new Cost(), new EndMass(), new EndMaximum()));
        if (game.isErgodic()) {
            all.add(1, new ErgodicConstant());
        }
        if (game.targetDensity().isPresent()) {
            all.add(1, new Transport());
        }
        for (int k = 0; k < domain.dimension(); k++) {
            addMoments(all, "-" + domain.axis(k).name(), k);
        }
        if (domain.dimension() == 1) {
            addMoments(all, "", 0);
        }
        return all;
    }

    private static void addMoments(List<Quantity> all, String suffix, int axis) {
        all.add(new EndMoment("mean" + suffix + "(T)", axis, false));
        all.add(new EndMoment("variance" + suffix + "(T)", axis, true));
    }
}
