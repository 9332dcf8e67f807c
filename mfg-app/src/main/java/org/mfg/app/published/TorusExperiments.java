package org.mfg.app.published;

import static org.mfg.app.published.Laboratory.CENTRAL;
import static org.mfg.app.published.Laboratory.UPWIND;

import java.util.List;
import java.util.Map;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.SpaceTimeFunction;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.app.published.Reference.Kind;

/** The ergodic experiment of Achdou and Capuzzo-Dolcetta in the plane, H = |p|². */
final class TorusExperiments {
    private static final String GAME = "ergodic-torus-2d (Achdou and Capuzzo-Dolcetta 2010)";
    private static final String SOURCE = "an eigenproblem on 192² Fourier modes, written apart";
    private static final double[] FINEST = {1.0 / 48, 1.0 / 64};

    private TorusExperiments() {}

    static List<Experiment> all() {
        return List.of(
                square("1", "0.978402507071", 1, 16, 24, 32, 48, 64),
                square("0.1", "1.107293523858", 0.1, 24, 32, 40, 48, 64, 96),
                Experiment.of(
                        rho("F = m², ν = 0.01", "1.189683417294"),
                        "upwind, 48² and 64² nodes, in h",
                        false,
                        laboratory -> Extrapolation.limits(1, FINEST, h -> {
                            int n = (int) Math.rint(1 / h);
                            return new double[] {
                                laboratory.roughly(plane(laboratory, 0.01), UPWIND, 1, n, n).constant()
                            };
                        })),
                logarithm("0.1", "-0.469793133445", 0.1, 48, 64, 96, 128, 192),
                logarithm("0.01", "-0.605510996718", 0.01, 192, 256, 384, 512, 768));
    }

    private static Reference rho(String setting, String number) {
        return new Reference(GAME, setting, "ρ", number, Kind.PROGRAM, SOURCE);
    }

    private static Experiment square(String name, String number, double viscosity, int... nodes) {
        return Experiment.of(
                rho("F = m², ν = " + name, number),
                "central, " + nodes[0] + "² to " + nodes[nodes.length - 1] + "² nodes, in h²",
                false,
                laboratory -> StationaryExperiments.inSteps(
                        nodes, n -> new double[] {
                            laboratory.solve(plane(laboratory, viscosity), CENTRAL, 1, n, n).constant()
                        }));
    }

    private static MeanFieldGame plane(Laboratory laboratory, double viscosity) {
        return laboratory.mfg().game("ergodic-torus-2d", Map.of("viscosity", viscosity, "exponent", 2.0));
    }

    private static Experiment logarithm(String name, String number, double viscosity, int... nodes) {
        return Experiment.of(
                rho("F = log m, ν = " + name, number),
                "two games on a ring, central, " + nodes[0] + " to " + nodes[nodes.length - 1] + " nodes, in h²",
                true,
                laboratory -> StationaryExperiments.inSteps(nodes, n -> new double[] {
                    line(laboratory, viscosity, x -> -Math.sin(2 * Math.PI * x) - Math.cos(4 * Math.PI * x), n)
                            + line(laboratory, viscosity, x -> -Math.sin(2 * Math.PI * x), n)
                }));
    }

    /** With a logarithm the game falls apart into one for each axis. In 2u the Hamiltonian is ½ p² and all else doubles. */
    private static double line(Laboratory laboratory, double viscosity, Cost cost, int n) throws UnsolvedException {
        SpaceTimeFunction twice = (t, x) -> 2 * cost.at(x[0]);
        MeanFieldGame game = MeanFieldGame.builder("line")
                .domain(Domain.of(Axis.periodic("x", 0, 1)))
                .forever()
                .viscosity(viscosity)
                .hamiltonian(laboratory.mfg().hamiltonian("quadratic", Map.of()))
                .coupling(laboratory.mfg().coupling("log", Map.of("lambda", 2.0)))
                .runningCost(twice)
                .build();
        return laboratory.solve(game, CENTRAL, 1, n).constant() / 2;
    }

    private interface Cost {
        double at(double x);
    }
}
