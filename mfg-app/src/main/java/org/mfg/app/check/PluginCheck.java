package org.mfg.app.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Provider;
import org.mfg.api.spi.QuantityProvider;
import org.mfg.api.testkit.CouplingKit;
import org.mfg.api.testkit.GameKit;
import org.mfg.api.testkit.HamiltonianKit;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.registry.Registry;

/**
 * Checks everything that plugins provide, made with the defaults of its parameters: Hamiltonians and couplings by the test kit, the
 * parts of games likewise on the game's own domain, and the game on its own grid; discretisations and quantities by the test kit, and solvers against Newton's
 * method, on small tutorials.
 */
public final class PluginCheck {
    private final Mfg all;
    private final Mfg packaged;
    private final List<Finding> findings = new ArrayList<>();

    private PluginCheck(Mfg all, Mfg packaged) {
        this.all = all;
        this.packaged = packaged;
    }

    /**
     * A finding for each provider, by kind and name.
     *
     * @param all everything there is
     * @param packaged what there is without the plugins, which is not checked
     */
    public static List<Finding> of(Mfg all, Mfg packaged) {
        PluginCheck check = new PluginCheck(all, packaged);
        check.each(Mfg::hamiltonians, PluginCheck::hamiltonian);
        check.each(Mfg::couplings, PluginCheck::coupling);
        check.each(Mfg::games, check::game);
        Trials trials = new Trials(packaged);
        check.each(Mfg::discretizations, trials::discretization);
        check.each(Mfg::solvers, trials::solver);
        check.quantities(trials);
        return check.findings;
    }

    private interface Judge<T> {
        Finding of(String kind, String name, T part);
    }

    private <P extends Provider<T>, T> void each(Function<Mfg, Registry<P, T>> kind, Judge<T> judge) {
        Registry<P, T> registry = kind.apply(all);
        for (P provider : registry.providers()) {
            if (!kind.apply(packaged).names().contains(provider.name())) {
                findings.add(judged(registry, provider, judge));
            }
        }
    }

    private static <P extends Provider<T>, T> Finding judged(Registry<P, T> registry, P provider, Judge<T> judge) {
        try {
            return judge.of(registry.kind(), provider.name(), registry.create(provider.name(), Map.of()));
        } catch (AssertionError broken) {
            String text = Rooms.line(Objects.toString(broken.getMessage()));
            return new Finding(registry.kind(), provider.name(), false, text);
        } catch (RuntimeException | LinkageError | StackOverflowError thrown) {
            return new Finding(registry.kind(), provider.name(), false, Rooms.line(thrown.toString()));
        }
    }

    private void quantities(Trials trials) {
        Set<Class<?>> known =
                packaged.quantities().providers().stream().map(Object::getClass).collect(Collectors.toSet());
        for (QuantityProvider provider : all.quantities().providers()) {
            if (!known.contains(provider.getClass())) {
                findings.addAll(trials.quantities(provider));
            }
        }
    }

    private static Finding hamiltonian(String kind, String name, Hamiltonian hamiltonian) {
        return Rooms.visit(kind, name, domain -> HamiltonianKit.check(hamiltonian, domain));
    }

    private static Finding coupling(String kind, String name, Coupling coupling) {
        return Rooms.visit(kind, name, domain -> CouplingKit.check(coupling, domain));
    }

    private Finding game(String kind, String name, MeanFieldGame game) {
        GameKit.check(game);
        GameProvider grids = all.games().provider(name);
        all.withoutChecks()
                .discretize(
                        game,
                        all.discretization(Mfg.DEFAULT_DISCRETIZATION, Map.of()),
                        Grid.of(game.domain(), grids.defaultNodes()),
                        game.timeGrid(grids.defaultSteps()));
        return new Finding(kind, name, true, "its Hamiltonian, its couplings, and on its own grid");
    }
}
