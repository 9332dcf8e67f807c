package org.mfg.app.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Names;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Provider;
import org.mfg.app.output.JsonText;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.registry.Registry;

/** What there is by name, with the declared parameters, as text. */
final class Listing {
    private static final String QUANTITIES = "quantities";
    private static final String EXAMPLE = "tutorial";

    static final List<String> KINDS =
            List.of("games", "hamiltonians", "couplings", "discretizations", "solvers", QUANTITIES);

    private final Mfg mfg;
    private final PrintWriter out;

    Listing(Mfg mfg, PrintWriter out) {
        this.mfg = mfg;
        this.out = out;
    }

    /** Lists one kind, or all of them. */
    void list(@Nullable String kind) {
        chosen(kind).forEach((name, registry) -> {
            out.println(name);
            registry.providers().forEach(this::show);
            out.println();
        });
        if (kind == null || kind.equals(QUANTITIES)) {
            out.println(QUANTITIES + " (of the " + EXAMPLE + "; another game may have others)");
            out.println();
            Columns columns = new Columns("  ");
            quantities().forEach((name, unit) -> columns.row(name, unit));
            columns.print(out);
            out.println();
        }
    }

    /** The same for programs, by kind. */
    void listAsJson(@Nullable String kind) {
        Map<String, Object> kinds = new LinkedHashMap<>();
        chosen(kind)
                .forEach((name, registry) -> kinds.put(
                        name, registry.providers().stream().map(ListingJson::of).toList()));
        if (kind == null || kind.equals(QUANTITIES)) {
            kinds.put(QUANTITIES, quantities());
        }
        out.println(JsonText.of(kinds));
    }

    /** Units by name. Which there are is the game's affair: those of the tutorial stand for the others. */
    private Map<String, String> quantities() {
        Map<String, String> units = new LinkedHashMap<>();
        mfg.quantities().of(mfg.game(EXAMPLE, Map.of())).forEach(q -> units.put(q.name(), q.unit()));
        mfg.quantities().syntaxes().forEach(syntax -> units.put(syntax, ""));
        return units;
    }

    private Map<String, Registry<?, ?>> chosen(@Nullable String kind) {
        if (kind != null && !KINDS.contains(kind)) {
            throw Names.unknown("kind", kind, KINDS);
        }
        Map<String, Registry<?, ?>> registries = new LinkedHashMap<>();
        registries.put("games", mfg.games());
        registries.put("hamiltonians", mfg.hamiltonians());
        registries.put("couplings", mfg.couplings());
        registries.put("discretizations", mfg.discretizations());
        registries.put("solvers", mfg.solvers());
        registries.keySet().removeIf(name -> kind != null && !kind.equals(name));
        return registries;
    }

    private void show(Provider<?> provider) {
        out.println();
        out.println("  " + provider.name() + note(provider));
        out.println("      " + provider.description());
        Columns columns = new Columns("      ");
        for (Parameter p : provider.parameters()) {
            columns.row(
                    p.name(),
                    Declared.type(p),
                    "default " + Declared.defaultValue(p),
                    Declared.range(p),
                    p.unit(),
                    p.description());
        }
        columns.print(out);
    }

    private static String note(Provider<?> provider) {
        if (provider instanceof GameProvider game) {
            StringBuilder nodes = new StringBuilder();
            for (int n : game.defaultNodes()) {
                nodes.append(nodes.isEmpty() ? "" : " x ").append(n);
            }
            return "   (" + nodes + " nodes, " + game.defaultSteps()
                    + (game.defaultSteps() == 1 ? " time step)" : " time steps)");
        }
        boolean isDefault =
                provider.name().equals(Mfg.DEFAULT_SOLVER) || provider.name().equals(Mfg.DEFAULT_DISCRETIZATION);
        return isDefault ? "   (default)" : "";
    }
}
