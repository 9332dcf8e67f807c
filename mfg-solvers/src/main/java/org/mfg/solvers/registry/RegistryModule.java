package org.mfg.solvers.registry;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import java.util.function.UnaryOperator;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.spi.CouplingProvider;
import org.mfg.api.spi.DiscretizationProvider;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.HamiltonianProvider;
import org.mfg.api.spi.Provider;
import org.mfg.api.spi.SolverProvider;
import org.mfg.solvers.nested.NestedSolverProvider;

/** Binds one {@link Registry} for each kind of provider, and {@link Quantities}. Every solver gains nested iteration. */
public final class RegistryModule extends AbstractModule {
    private final ClassLoader loader;

    /** Registries that look for providers in the given class loader. */
    public RegistryModule(ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    protected void configure() {
        bind("game", GameProvider.class, new TypeLiteral<Registry<GameProvider, MeanFieldGame>>() {});
        bind(
                "hamiltonian",
                HamiltonianProvider.class,
                new TypeLiteral<Registry<HamiltonianProvider, Hamiltonian>>() {});
        bind("coupling", CouplingProvider.class, new TypeLiteral<Registry<CouplingProvider, Coupling>>() {});
        bind(
                "discretization",
                DiscretizationProvider.class,
                new TypeLiteral<Registry<DiscretizationProvider, Discretization>>() {});
        bind(Quantities.class).toInstance(new Quantities(loader));
        bind(new TypeLiteral<Registry<SolverProvider, EquilibriumSolver>>() {})
                .toInstance(new Registry<>("solver", SolverProvider.class, loader, NestedSolverProvider::of));
    }

    private <P extends Provider<T>, T> void bind(String kind, Class<P> type, TypeLiteral<Registry<P, T>> key) {
        bind(key).toInstance(new Registry<>(kind, type, loader, UnaryOperator.identity()));
    }
}
