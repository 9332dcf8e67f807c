package org.mfg.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.solvers.Mfg;

/** Measured orders of convergence against exact solutions, with Δt proportional to h. The scheme is of first order. */
class ConvergenceOrderTest {
    private static final Mfg MFG = Mfg.load();

    @Test
    void theLinearQuadraticGameConvergesWithFirstOrder() {
        MeanFieldGame game = MFG.game("linear-quadratic", Map.of());
        Convergence coarse = Convergence.of(MFG, game, 201, 100);
        Convergence fine = Convergence.of(MFG, game, 401, 200);

        assertThat(coarse.orderTo(fine).u()).isGreaterThan(0.95);
        assertThat(coarse.orderTo(fine).m()).isGreaterThan(0.95);
    }

    /** The table of docs/verification.md: on a line as wide as this the density's order is still rising at 400 cells. */
    @Tag("slow")
    @Test
    void theOrdersOfTheLinearQuadraticGameRiseToOneFrom50To800Cells() {
        MeanFieldGame game = MFG.game("linear-quadratic", Map.of());
        Convergence coarse = Convergence.of(MFG, game, 51, 25);
        Convergence order = new Convergence(0, 0);
        for (int cells = 100; cells <= 800; cells *= 2) {
            Convergence fine = Convergence.of(MFG, game, cells + 1, cells / 2);
            Convergence next = coarse.orderTo(fine);
            assertThat(next.u()).isBetween(order.u(), 1.0);
            assertThat(next.m()).isBetween(order.m(), 1.0);
            order = next;
            coarse = fine;
        }
        assertThat(order.u()).isGreaterThan(0.975);
        assertThat(order.m()).isGreaterThan(0.975);
    }

    /** Cutting the line farther out changes nothing: the error is the scheme's. */
    @Test
    void aWiderLineDoesNotChangeTheErrorOfTheLinearQuadraticGame() {
        Convergence narrow = Convergence.of(MFG, MFG.game("linear-quadratic", Map.of("half-width", 6)), 121, 60);
        Convergence wide = Convergence.of(MFG, MFG.game("linear-quadratic", Map.of("half-width", 12)), 241, 60);

        assertThat(wide.m() / narrow.m()).isBetween(0.99, 1.01);
        assertThat(wide.u() / narrow.u()).isBetween(0.99, 1.01);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 10})
    void theHopfColeGameConvergesWithFirstOrderForEveryCoupling(double lambda) {
        MeanFieldGame game = MFG.game("hopf-cole", Map.of("lambda", lambda));
        Convergence coarse = Convergence.of(MFG, game, 101, 100);
        Convergence fine = Convergence.of(MFG, game, 201, 200);

        assertThat(coarse.orderTo(fine).u()).isGreaterThan(0.95);
        assertThat(coarse.orderTo(fine).m()).isGreaterThan(0.95);
    }
}
