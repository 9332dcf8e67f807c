package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mfg.api.discrete.MomentumForm;
import org.mfg.api.discrete.StepwiseLinearization;
import org.mfg.api.grid.TimeGrid;

/**
 * The momenta of the policy of an upwind game, carried beside the value function: by side, time step and node, so that both ends of a link have the same. A
 * link's drift is that of the end by which agents leave; where nobody does from either, as at rest or towards the crowd from an exit, its momentum moves to the difference itself. The Hamiltonian does
 * not depend on the density.
 */
final class CarriedMomenta implements MomentumForm {
    /** Of the crowd, which the flux does not ask for. */
    private static final double ANY = 1;

    private final Mesh mesh;
    private final TimeGrid time;
    private final SteepFlux flux;
    private final double[] initialDensity;
    private final ForwardSweep sweep;
    private final UpwindLinearization linearization;
    private final double speed;
    private final int n;
    private final int sides;
    /** The entries of a side. */
    private final int stride;

    private final double[] drift;
    private final double[] secant;
    /** Of a slice. */
    private final double[][] differences;
    /** Of one node: momenta, ∂g/∂q, its Hessian, and how it changes. */
    private final double[] p;

    private final double[] slope;
    private final double[] hessian;
    private final double[] change;

    CarriedMomenta(
            Mesh mesh,
            TimeGrid time,
            SteepFlux flux,
            double speed,
            double[] initialDensity,
            ForwardSweep sweep,
            UpwindLinearization linearization) {
        this.mesh = mesh;
        this.time = time;
        this.flux = flux;
        this.speed = speed;
        this.initialDensity = initialDensity;
        this.sweep = sweep;
        this.linearization = linearization;
        n = mesh.size;
        sides = mesh.positionSides;
        stride = time.steps() * n;
        drift = new double[size()];
        secant = new double[size()];
        int width = mesh.momentumSides;
        differences = new double[width][n];
        p = new double[width];
        slope = new double[width];
        hessian = new double[width * width];
        change = new double[width];
    }

    /** Those of a game; null where its drifts are no steeper than momenta. */
    static @Nullable CarriedMomenta of(GridGame game, SteepFlux flux, Costs costs, MassSource source) {
        Mesh mesh = game.mesh;
        TimeGrid time = game.time();
        if (!costs.isLocal() || !flux.isSteep(0, mesh.position[mesh.size / 2], ANY)) {
            return null;
        }
        ParallelAssembly assembly = new ParallelAssembly(
                mesh,
                flux::withTangents,
                reader(mesh, time.steps()),
                time,
                time::stepTo,
                game.game().deathRate(),
                game.workers());
        SystemsFactory systems = new SystemsFactory(game.grid(), mesh, false, game.workers());
        ForwardSweep sweep = new ForwardSweep(mesh, assembly, source, false, systems.exact(), systems.linearized(1));
        JacobianSystems all =
                JacobianSystems.of(systems, time.steps(), game.game().discount() == 0);
        UpwindLinearization linearization = new UpwindLinearization(game, assembly, costs, false, all);
        double length = 0;
        for (int k = 0; k < game.grid().domain().positionAxes(); k++) {
            length = Math.max(length, game.grid().domain().axis(k).length());
        }
        double speed = length / time.horizon();
        return new CarriedMomenta(mesh, time, flux.withTangents(), speed, game.initialDensity, sweep, linearization);
    }

    /** Reads the momenta of a block out of a field of them. */
    static Momenta reader(Mesh mesh, int steps) {
        int stride = steps * mesh.size;
        return (field, at, from, to, q) -> {
            for (int s = 0; s < mesh.positionSides; s++) {
                System.arraycopy(field, s * stride + at + from, q[s], 0, to - from);
            }
        };
    }

    @Override
    public int size() {
        return sides * stride;
    }

    @Override
    public void differences(double[] u, double[] momenta) {
        for (int at = 0; at < stride; at += n) {
            mesh.differences(u, at, 0, n, differences);
            for (int s = 0; s < sides; s++) {
                System.arraycopy(differences[s], 0, momenta, s * stride + at, n);
            }
        }
    }

    @Override
    public void forward(double[] momenta, double[] m) {
        System.arraycopy(initialDensity, 0, m, 0, n);
        sweep.solve(momenta, time.steps(), m);
    }

    @Override
    public StepwiseLinearization linearize(double[] momenta, double[] q, double[] m) {
        for (int at = 0; at < stride; at++) {
            findSecant(momenta, q, at);
        }
        linearization.at(momenta, secant, m);
        return linearization;
    }

    /**
     * Writes the momentum whose drift is the mean of those of p and q, on the sides by which p leaves: the slope there is that from p to q, exactly so for |p|^1.5. At a double root, p = a|a| and q = 0, it leads
     * to the root, where the tangent at p halves a; and it is bounded where p is 0 but for rounding and q is not. q counts as if it led out by the same side.
     */
    private void findSecant(double[] momenta, double[] q, int at) {
        double t = time.time(at / n + 1);
        double[] x = mesh.position[at % n];
        for (int s = 0; s < sides; s++) {
            p[s] = momenta[s * stride + at];
            secant[s * stride + at] = p[s];
        }
        flux.gradient(t, x, p, ANY, slope);
        for (int s = 0; s < sides; s++) {
            double length = Math.abs(q[s * stride + at]);
            p[s] = slope[s] == 0 ? 0 : slope[s] > 0 ? length : -length;
        }
        flux.gradient(t, x, p, ANY, change);
        for (int s = 0; s < sides; s++) {
            slope[s] = 0.5 * (slope[s] + change[s]);
        }
        flux.momenta(t, x, slope, ANY, p);
        for (int s = 0; s < sides; s++) {
            if (slope[s] != 0) {
                secant[s * stride + at] = p[s];
            }
        }
    }

    @Override
    public void forwardResidual(double[] momenta, double[] m, double[] residual) {
        for (int i = 0; i < n; i++) {
            residual[i] = m[i] - initialDensity[i];
        }
        sweep.residual(momenta, time.steps(), m, residual);
    }

    @Override
    public double distance(double[] q, double[] momenta) {
        double sum = 0;
        for (int i = 0; i < q.length; i++) {
            double e = q[i] == momenta[i] ? 0 : time.step(i % stride / n) * (q[i] - momenta[i]);
            sum += e * e;
        }
        return speed * Math.sqrt(sum / 2);
    }

    @Override
    public void lag(double[] q, double[] momenta, double[] m, double[] source) {
        Arrays.fill(source, 0);
        for (int at = 0; at < stride; at++) {
            int i = at % n;
            extrapolate(momenta, q, at);
            for (int s = 0; s < sides; s++) {
                double outward = (s & 1) == 0 ? change[s] : -change[s];
                double density = time.step(at / n) * m[at + n] * mesh.weight[i] * outward * mesh.inverseSpacing[s][i];
                source[at + n] -= density;
                source[at + n - i + mesh.neighbour[s][i]] += density;
            }
        }
        for (int at = n; at < source.length; at++) {
            source[at] *= mesh.inverseWeight[at % n];
        }
    }

    /** At a node, fills in ∂g/∂q of p and its change K (q - p) with the differences ahead, on the sides by which agents leave. */
    private void extrapolate(double[] momenta, double[] ahead, int at) {
        for (int s = 0; s < sides; s++) {
            p[s] = momenta[s * stride + at];
        }
        double t = time.time(at / n + 1);
        double[] x = mesh.position[at % n];
        flux.gradient(t, x, p, ANY, slope);
        for (int s = 0; s < sides; s++) {
            p[s] = secant[s * stride + at];
        }
        flux.hessian(t, x, p, ANY, hessian);
        for (int s = 0; s < sides; s++) {
            change[s] = 0;
            for (int r = 0; r < sides && slope[s] != 0; r++) {
                if (slope[r] != 0) {
                    change[s] += hessian[s * slope.length + r] * (ahead[r * stride + at] - momenta[r * stride + at]);
                }
            }
        }
    }

    @Override
    public void move(double[] momenta, double[] ahead, double step, double[] moved) {
        for (int i = 0; i < moved.length; i++) {
            moved[i] = Double.isInfinite(ahead[i]) ? ahead[i] : momenta[i] + step * (ahead[i] - momenta[i]);
        }
        // First all drifts: a momentum depends on all that leave its node.
        Arrays.fill(drift, 0);
        for (int at = 0; at < stride; at++) {
            extrapolate(momenta, ahead, at);
            for (int s = 0; s < sides; s++) {
                if (slope[s] != 0) {
                    store(s, at, slope[s] + step * change[s], drift);
                }
            }
        }
        for (int at = 0; at < stride; at++) {
            for (int s = 0; s < sides; s++) {
                double a = drift[s * stride + at];
                slope[s] = (s & 1) == 0 ? Math.max(a, 0) : Math.min(a, 0);
            }
            flux.momenta(time.time(at / n + 1), mesh.position[at % n], slope, ANY, p);
            for (int s = 0; s < sides; s++) {
                if (slope[s] != 0) {
                    store(s, at, p[s], moved);
                }
            }
        }
    }

    /** Stores what belongs to a link at both of its ends. */
    private void store(int s, int at, double value, double[] field) {
        int other = mesh.neighbour[s][at % n];
        field[s * stride + at] = value;
        if (mesh.inverseSpacing[s ^ 1][other] > 0) {
            field[(s ^ 1) * stride + at - at % n + other] = value;
        }
    }
}
