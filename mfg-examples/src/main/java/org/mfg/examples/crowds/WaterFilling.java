package org.mfg.examples.crowds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.models.coupling.PowerCoupling;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;
import org.mfg.output.figure.Figure;
import org.mfg.output.figure.Figures;
import org.mfg.solvers.Mfg;

/**
 * A ceiling of the density: where a pleasant place is full, a pressure P >= 0 rises that makes further agents indifferent to it, P (m_max - m) = 0. In the middle
 * of a long time without noise the crowd stands still, and fills the places as water a basin, up to the ceiling:
 *
 * <pre>
 *   H = ½ p²,  ν = 0,  F[m] = m,  f = ½ cos 2πx,  m <= 1.25,  T = 4,  m0 = 1
 *   m = clip(ρ - f, 0, 1.25),  P = max(ρ - f - 1.25, 0),  ρ = 1.0856629
 * </pre>
 *
 * <p>What to look at: the flat top of the density, 39 % of the places, and the pressure over it.
 */
public final class WaterFilling {
    private WaterFilling() {}

    /** Takes the folder to write to, out/gallery/water-filling if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/water-filling"));
    }

    /** Writes the figures; returns ρ, what an agent pays per unit of time in the middle, and the pressure at x = ½ there. */
    public static double[] run(Path out) throws IOException {
        MeanFieldGame game = MeanFieldGame.builder("basin")
                .domain(Domain.interval(0, 1))
                .horizon(4)
                .viscosity(0)
                .hamiltonian(new QuadraticHamiltonian())
                .coupling(new PowerCoupling(1, 1))
                .runningCost((t, x) -> 0.5 * Math.cos(2 * Math.PI * x[0]))
                .ceiling((t, x) -> 1.25)
                .initialDensity(x -> 1)
                .build();

        Mfg mfg = Mfg.load();
        DiscreteGame discrete = mfg.discretize(game, 41, 40);
        Equilibrium equilibrium = mfg.solver("newton", Map.of()).solve(discrete);

        int middle = 20 * 41;
        double rho = (equilibrium.u()[middle + 10] - equilibrium.u()[middle + 41 + 10])
                / discrete.time().step(0);
        double pressure = equilibrium.pressure().orElseThrow()[middle + 20];
        Figures.write(out, discrete, equilibrium, Figure.DENSITY_HEATMAP, Figure.PRESSURE_HEATMAP, Figure.SLICES);
        System.out.printf("rho %.5f (exact 1.08566), the pressure at 1/2 %.5f (0.33566)%n", rho, pressure);
        return new double[] {rho, pressure};
    }
}
