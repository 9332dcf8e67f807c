package org.mfg.app.project;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.mfg.api.spi.CouplingProvider;
import org.mfg.api.spi.DiscretizationProvider;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.HamiltonianProvider;
import org.mfg.api.spi.Names;
import org.mfg.api.spi.QuantityProvider;
import org.mfg.api.spi.SolverProvider;

/** What a plugin may provide. */
public enum PluginKind {
    HAMILTONIAN(HamiltonianProvider.class),
    COUPLING(CouplingProvider.class),
    SOLVER(SolverProvider.class),
    DISCRETIZATION(DiscretizationProvider.class),
    GAME(GameProvider.class),
    QUANTITY(QuantityProvider.class);

    private final Class<?> service;

    PluginKind(Class<?> service) {
        this.service = service;
    }

    /** The names that users write. */
    public static List<String> names() {
        return Arrays.stream(values()).map(PluginKind::text).toList();
    }

    /**
     * The kind of that name.
     *
     * @throws org.mfg.api.InvalidInputException if there is none
     */
    public static PluginKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(name))
                .findFirst()
                .orElseThrow(() -> Names.unknown("kind", name, names()));
    }

    /** Its name. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The interface of its provider. */
    Class<?> service() {
        return service;
    }

    /** What the names of its classes beside part and provider end with. */
    List<String> more() {
        return this == DISCRETIZATION ? List.of("Game", "Slice") : List.of();
    }
}
