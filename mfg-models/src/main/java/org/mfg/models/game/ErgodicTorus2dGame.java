package org.mfg.models.game;

import java.util.List;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Boundary;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.models.coupling.LogCoupling;
import org.mfg.models.coupling.PowerCoupling;
import org.mfg.models.hamiltonian.PowerHamiltonian;

/**
 * The stationary experiment of Achdou and Capuzzo-Dolcetta, "Mean field games: numerical methods", SIAM J. Numer. Anal. 48 (2010),
 * on the periodic unit square:
 *
 * <pre>
 *   H = |p|^β,  f(x, y) = -sin(2πx) - sin(2πy) - cos(4πx),  F[m] = m² or log m
 * </pre>
 *
 * <p>(There -f is part of H.) It has become the test of other methods too, such as policy iteration (Cacace, Camilli and Goffi
 * 2021).
 */
public final class ErgodicTorus2dGame implements GameProvider {
    private static final String SQUARE = "square";
    private static final String LOG = "log";

    @Override
    public String name() {
        return "ergodic-torus-2d";
    }

    @Override
    public String description() {
        return "the stationary game of Achdou and Capuzzo-Dolcetta (2010), on the torus";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.real(
                        "viscosity",
                        0.1,
                        Range.above(0),
                        "length^2/time",
                        "nu in dX = a dt + sqrt(2 nu) dW; not 0 here"),
                Parameter.real("exponent", 2, Range.above(1), "", "the exponent of |p|"),
                Parameter.text(
                        "coupling",
                        SQUARE,
                        Range.oneOf(SQUARE, LOG),
                        "what a crowd costs: its square or its logarithm"));
    }

    @Override
    public List<String> equations(Parameters parameters) {
        return List.of(
                "H(x, p, m) = |p|^exponent",
                isSquare(parameters) ? "F[m] = m^2" : "F[m] = log m",
                "f(x, y) = - sin(2 π x) - sin(2 π y) - cos(4 π x)");
    }

    private static boolean isSquare(Parameters parameters) {
        return parameters.text("coupling").equals(SQUARE);
    }

    @Override
    public MeanFieldGame create(Parameters parameters) {
        double exponent = parameters.real("exponent");
        Coupling coupling =
                isSquare(parameters) ? new PowerCoupling(1, 2) : new LogCoupling(1, LogCoupling.DEFAULT_FLOOR);
        return MeanFieldGame.builder(name())
                .forever()
                .domain(UnitBox.withSides(Boundary.periodic(), 2))
                .viscosity(parameters.real("viscosity"))
                .hamiltonian(new PowerHamiltonian(exponent, exponent))
                .coupling(coupling)
                .runningCost((t, x) ->
                        -Math.sin(2 * Math.PI * x[0]) - Math.sin(2 * Math.PI * x[1]) - Math.cos(4 * Math.PI * x[0]))
                .build();
    }

    @Override
    public int[] defaultNodes() {
        return new int[] {50};
    }

    @Override
    public int defaultSteps() {
        return 1;
    }
}
