package org.mfg.app.randomgames;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.solvers.Mfg;

/**
 * A game, a grid, a scheme and a solver, drawn at random.
 *
 * @param kernel the standard deviation of the non-local coupling; 0 for none
 * @param strength the strength of the couplings
 * @param maxSpeed the dissipation of the Lax-Friedrichs form
 */
record RandomGame(
        MeanFieldGame game,
        int[] nodes,
        int steps,
        String scheme,
        double viscosity,
        double kernel,
        double strength,
        double maxSpeed,
        String solver,
        Map<String, Object> options) {

    static RandomGame of(long seed, Mfg mfg) {
        return new Draw(new Random(seed), mfg).game();
    }

    boolean isUpwind() {
        return scheme.equals("upwind");
    }

    double tolerance() {
        return (Double) options.get("tolerance");
    }

    @Override
    public String toString() {
        return String.join(
                " ",
                game.hamiltonian().toString(),
                game.domain().axes().toString(),
                "nodes " + Arrays.toString(nodes),
                "steps " + steps,
                "horizon " + game.horizon(),
                "discount " + game.discount(),
                "viscosity " + viscosity,
                "kernel " + kernel,
                "strength " + strength,
                scheme,
                solver,
                options.toString());
    }

    /** The choices, one after the other. */
    private record Draw(Random random, Mfg mfg) {

        RandomGame game() {
            int d = 1 + random.nextInt(2);
            boolean isUpwind = random.nextInt(4) > 0;
            boolean isStationary = random.nextInt(4) == 0;
            double viscosity = Math.pow(10, -2.3 + 2.3 * random.nextDouble());
            Domain domain = domain(d, isUpwind && !isStationary);
            Hamiltonian hamiltonian = hamiltonian(d, isUpwind);
            double strength = (random.nextInt(8) == 0 ? -0.3 : 1) * Math.pow(10, -2 + 2.5 * random.nextDouble());
            int[] nodes = new int[d];
            for (int k = 0; k < d; k++) {
                nodes[k] = d == 1 ? 5 + random.nextInt(26) : 4 + random.nextInt(6);
            }
            double kernel = random.nextInt(3) == 0 ? kernel(domain, nodes) : 0;
            MeanFieldGameBuilder builder = MeanFieldGame.builder("random")
                    .domain(domain)
                    .viscosity(viscosity)
                    .hamiltonian(hamiltonian);
            end(builder, isStationary, strength);
            costs(builder, d, strength, kernel, isStationary ? 0 : 1);
            double maxSpeed = hamiltonian instanceof CrossedHamiltonian c ? c.maxSpeed() : 0;
            int steps = isStationary ? 1 : 2 + random.nextInt(12);
            // admm refuses most of these games.
            List<String> solvers = mfg.solvers().names().stream()
                    .filter(name -> !name.equals("admm"))
                    .toList();
            String solver = solvers.get(random.nextInt(solvers.size()));
            return new RandomGame(
                    builder.build(),
                    nodes,
                    steps,
                    isUpwind ? "upwind" : "crank-nicolson",
                    viscosity,
                    kernel,
                    strength,
                    maxSpeed,
                    solver,
                    options(solver));
        }

        private void end(MeanFieldGameBuilder builder, boolean isStationary, double strength) {
            if (isStationary) {
                builder.forever();
                if (random.nextBoolean()) {
                    builder.discount(0.1 + 2 * random.nextDouble());
                }
                return;
            }
            builder.horizon(0.1 + 2 * random.nextDouble());
            double target = random.nextDouble();
            builder.terminalCost(x -> (x[0] - target) * (x[0] - target));
            if (random.nextInt(3) == 0) {
                builder.terminalCoupling(mfg.coupling("power", Map.of("lambda", 0.3 * strength, "gamma", 1.0)));
            }
        }

        private void costs(MeanFieldGameBuilder builder, int d, double strength, double kernel, double frequency) {
            double gamma = List.of(1.0, 1.0, 2.0, 0.5).get(random.nextInt(4));
            builder.coupling(mfg.coupling("power", Map.of("lambda", strength, "gamma", gamma)));
            if (kernel > 0) {
                builder.coupling(mfg.coupling("gaussian-kernel", Map.of("lambda", strength, "sigma", kernel)));
            }
            double amplitude = random.nextDouble();
            double phase = 6 * random.nextDouble();
            builder.runningCost((t, x) -> amplitude * Math.cos(4 * x[0] + phase + frequency * t));
            double place = random.nextDouble();
            double width = 2 + 20 * random.nextDouble();
            builder.initialDensity(
                    x -> 0.05 + Math.exp(-width * (x[0] - place) * (x[0] - place)) * (d > 1 ? 1 + 0.5 * x[1] : 1));
        }

        /** One that the grid resolves: others are averaged over cells. */
        private double kernel(Domain domain, int[] nodes) {
            double coarsest = 0;
            for (int k = 0; k < nodes.length; k++) {
                coarsest = Math.max(coarsest, domain.axis(k).length() / (nodes[k] - 1));
            }
            return coarsest * (1 + 2 * random.nextDouble());
        }

        private Domain domain(int d, boolean mayExit) {
            List<Axis> axes = new ArrayList<>();
            for (int k = 0; k < d; k++) {
                double lower = random.nextBoolean() ? 0 : -0.5;
                double upper = lower + 0.5 + random.nextDouble();
                String name = k == 0 ? "x" : "y";
                int kind = random.nextInt(mayExit ? 4 : 2);
                Boundary exit = Boundary.exit(0.1);
                axes.add(
                        kind == 0
                                ? Axis.periodic(name, lower, upper)
                                : new Axis(
                                        name,
                                        lower,
                                        upper,
                                        kind == 3 ? exit : Boundary.noFlux(),
                                        kind == 2 ? exit : Boundary.noFlux()));
            }
            return new Domain(axes);
        }

        private Hamiltonian hamiltonian(int d, boolean mayCongest) {
            double b = random.nextDouble() - 0.5;
            return switch (random.nextInt(mayCongest ? 6 : 5)) {
                case 0 -> mfg.hamiltonian("quadratic", Map.of("cost", 0.5 + random.nextDouble()));
                case 1 -> mfg.hamiltonian("power", Map.of("beta", 1.3 + 1.7 * random.nextDouble()));
                case 2 -> mfg.hamiltonian("drift-quadratic", Map.of("drift-x", b, "drift-y", -b));
                case 3 -> mfg.hamiltonian("anisotropic-quadratic", Map.of("mobility-x", 0.5 + b, "mobility-y", 1.0));
                case 4 -> new CrossedHamiltonian(b, d > 1 ? 1.2 * b : 0);
                default -> mfg.hamiltonian("congestion", Map.of("beta", 2.0, "alpha", random.nextDouble()));
            };
        }

        private Map<String, Object> options(String solver) {
            Map<String, Object> options = new TreeMap<>();
            options.put("tolerance", Math.pow(10, -4 - random.nextInt(6)));
            options.put("max-iterations", 3 + random.nextInt(80));
            options.put("levels", random.nextInt(4) == 0 ? 2 : 1);
            switch (solver) {
                case "newton" -> {
                    options.put("krylov-tolerance", Math.pow(10, -1 - random.nextInt(6)));
                    options.put("krylov-memory", 2 + random.nextInt(30));
                    options.put("continuation", random.nextBoolean());
                }
                case "anderson" -> {
                    options.put("memory", 1 + random.nextInt(10));
                    options.put("mixing", 0.05 + 0.9 * random.nextDouble());
                }
                case "picard" -> options.put("relaxation", 0.05 + 0.9 * random.nextDouble());
                case "fictitious-play" -> options.put("weights", random.nextBoolean() ? "averaging" : "line-search");
                default -> {}
            }
            return options;
        }
    }
}
