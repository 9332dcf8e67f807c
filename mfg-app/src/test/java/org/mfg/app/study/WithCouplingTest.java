package org.mfg.app.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.app.sweep.Base;
import org.mfg.app.yaml.GameFile;
import org.mfg.solvers.Mfg;

class WithCouplingTest {
    private static final String TUTORIAL_WITH_A_KERNEL = """
            domain: {x: {lower: 0, upper: 1}}
            horizon: 1
            viscosity: 0.01
            hamiltonian: quadratic
            couplings: [{name: gaussian-kernel, lambda: 0.5, sigma: 0.2}]
            terminal-cost: 0.5*(x-0.7)^2
            initial-density: exp(-50*(x-0.3)^2)
            """;

    private final Mfg mfg = Mfg.load();

    @Test
    void isTheGameThatAFileWithThatCouplingDescribes() {
        Source file =
                GameFile.parse(TUTORIAL_WITH_A_KERNEL.getBytes(StandardCharsets.UTF_8), Path.of("kernel.yaml"), mfg);
        Source tutorial = Source.of(mfg.games().provider("tutorial"));

        Equilibrium replaced =
                solve(tutorial, Map.of("coupling", "gaussian-kernel", "sigma", 0.2, "nodes", 20L, "nt", 20L));
        Equilibrium described = solve(file, Map.of("nodes", 20L, "nt", 20L));

        // The formulas are evaluated in another order.
        assertThat(replaced.u()).containsExactly(described.u(), offset(1e-9));
    }

    private Equilibrium solve(Source source, Map<String, Object> point) {
        return new Base(mfg, source, false)
                .study(point, false)
                .solve(Monitor.NONE)
                .equilibrium();
    }
}
