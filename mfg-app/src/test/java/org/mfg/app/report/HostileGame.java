package org.mfg.app.report;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.app.study.Choice;
import org.mfg.app.study.GridChoice;
import org.mfg.app.study.Outcome;
import org.mfg.app.study.Study;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;
import org.mfg.solvers.Mfg;

/** A plugin's game, every text of which is HTML that would do something. */
final class HostileGame implements GameProvider {
    static final String NAME =
            "</script><script>window.hostile=1</script><img src=x onerror=\"window.hostile='yes'\">{{data}}&lt;";

    static Outcome solve() {
        Study.Request request = new Study.Request(
                Map.of(),
                new GridChoice(Map.of(0, 20), OptionalInt.of(10), OptionalDouble.empty()),
                Choice.of(Mfg.DEFAULT_DISCRETIZATION),
                Choice.of(Mfg.DEFAULT_SOLVER));
        return Study.of(Mfg.load(), new HostileGame(), request).solve(Monitor.NONE);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return NAME;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter(NAME, Parameter.Type.TEXT, NAME, Range.ANY, NAME, NAME));
    }

    @Override
    public List<String> equations(Parameters parameters) {
        return List.of(NAME, "H = " + NAME);
    }

    @Override
    public MeanFieldGame create(Parameters parameters) {
        return MeanFieldGame.builder(NAME)
                .domain(Domain.of(Axis.noFlux(NAME, 0, 1)))
                .horizon(1)
                .viscosity(0.1)
                .hamiltonian(new QuadraticHamiltonian())
                .initialDensity(x -> 1)
                .build();
    }

    @Override
    public int[] defaultNodes() {
        return new int[] {20};
    }

    @Override
    public int defaultSteps() {
        return 10;
    }
}
