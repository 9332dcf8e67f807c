package org.mfg.solvers.newton;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.progress.StoppingRule;
import org.mfg.api.spi.MemoryNeed;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.api.spi.SolverProvider;

/** Provides {@link NewtonSolver} as {@code newton}. */
public final class NewtonSolverProvider implements SolverProvider {
    /** Iterate, residual, step and what is lent to best responses and trials. */
    private static final double OWN_FIELDS = 5;

    /** Of the ascent of a dual: two plans, changes of value and crowd; with a coupling the unknowns too, and their Krylov vectors. */
    private static final double PLANNED = 12;

    private static final double PLANNED_IN_A_CROWD = 26;
    private static final double FEW_VECTORS = 3;
    private static final double MULTIGRID_ON_A_LINE = 14;
    private static final double MULTIGRID = 30;

    @Override
    public String name() {
        return "newton";
    }

    @Override
    public String description() {
        return "Newton's method on the coupled system, by GMRES, with continuation in the viscosity when it stalls";
    }

    @Override
    public int defaultLevels() {
        return 5;
    }

    @Override
    public List<Parameter> parameters() {
        KrylovSettings krylov = KrylovSettings.DEFAULT;
        List<Parameter> parameters = new ArrayList<>(StoppingRule.parameters(200));
        parameters.add(Parameter.real(
                "krylov-tolerance",
                krylov.tolerance(),
                new Range(0, true, 1, true, List.of()),
                "",
                "loosest relative tolerance of the linear systems"));
        parameters.add(Parameter.integer(
                "krylov-steps",
                krylov.maxSteps(),
                Range.between(1, 1_000_000),
                "Krylov steps allowed for a Newton step"));
        parameters.add(Parameter.integer(
                "krylov-memory", krylov.memory(), Range.between(1, 10_000), "Krylov vectors kept before a restart"));
        parameters.add(Parameter.text(
                "preconditioner",
                "auto",
                Range.oneOf("auto", "none", "multigrid"),
                "of the linear systems: multigrid in space, where it takes fewer sweeps (auto), never or always"));
        parameters.add(Parameter.flag("continuation", true, "when it stalls, start again from larger viscosities"));
        return parameters;
    }

    /**
     * Half a field for each Krylov vector, as many as it takes; multigrid where it pays, which {@code auto} finds out. Without the
     * matrices of games with a ceiling, of which the solver has a limit of its own.
     */
    @Override
    public MemoryNeed memory(Parameters parameters, MeanFieldGame game, Grid grid) {
        if (game.ceiling().isPresent()) {
            return MemoryNeed.of(OWN_FIELDS);
        }
        if (game.targetDensity().isPresent()) {
            return MemoryNeed.of(game.isCoupled() ? PLANNED_IN_A_CROWD : PLANNED);
        }
        double vectors = 0.5 * parameters.integer("krylov-memory");
        double multigrid = grid.dimension() == 1 ? MULTIGRID_ON_A_LINE : MULTIGRID;
        boolean isAlways = parameters.text("preconditioner").equals("multigrid");
        boolean isNever = parameters.text("preconditioner").equals("none") || game.isStationary();
        return new MemoryNeed(
                OWN_FIELDS + Math.min(vectors, FEW_VECTORS) + (isAlways ? multigrid : 0),
                OWN_FIELDS + vectors + (isNever ? 0 : multigrid));
    }

    @Override
    public EquilibriumSolver create(Parameters parameters) {
        KrylovSettings krylov = new KrylovSettings(
                parameters.real("krylov-tolerance"),
                parameters.integer("krylov-steps"),
                parameters.integer("krylov-memory"),
                Preconditioner.valueOf(parameters.text("preconditioner").toUpperCase(Locale.ROOT)));
        return new NewtonSolver(StoppingRule.from(parameters), krylov, parameters.flag("continuation"));
    }
}
