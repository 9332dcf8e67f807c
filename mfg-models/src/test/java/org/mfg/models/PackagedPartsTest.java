package org.mfg.models;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.States;
import org.mfg.api.spi.CouplingProvider;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.HamiltonianProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameters;
import org.mfg.api.spi.Provider;
import org.mfg.api.testkit.GameKit;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;

/** The sampled checks have nothing to say against what is packaged, with whatever parameters. */
class PackagedPartsTest {
    /** Parameters are drawn up to this size where their range has no bound. */
    private static final double LARGE = 100;

    /** Wider domains, which follow from some such parameters, are left out: sums of what lies there overflow. */
    private static final double WIDE = 1e9;

    static List<GameProvider> games() {
        return found(GameProvider.class);
    }

    @ParameterizedTest
    @MethodSource("games")
    void noPackagedGameIsRefused(GameProvider provider) {
        MeanFieldGame game = provider.create(Parameters.of(provider.name(), provider.parameters(), Map.of()));
        assertThatCode(() -> GameKit.sample(game)).doesNotThrowAnyException();
    }

    @Property(tries = 500)
    void noPackagedGameIsRefusedForItsParameters(@ForAll long seed) {
        Random random = new Random(seed);
        GameProvider provider = one(found(GameProvider.class), random);
        Parameters parameters = parameters(provider, random);
        made(() -> provider.create(parameters)).ifPresent(game -> accepted(game, provider, parameters));
    }

    @Property(tries = 500)
    void noPackagedHamiltonianIsRefusedForItsParameters(@ForAll long seed) {
        Random random = new Random(seed);
        HamiltonianProvider provider = one(found(HamiltonianProvider.class), random);
        Parameters parameters = parameters(provider, random);
        made(() -> builder(random).hamiltonian(provider.create(parameters)).build())
                .ifPresent(game -> accepted(game, provider, parameters));
    }

    @Property(tries = 500)
    void noPackagedCouplingIsRefusedForItsParameters(@ForAll long seed) {
        Random random = new Random(seed);
        CouplingProvider provider = one(found(CouplingProvider.class), random);
        Parameters parameters = parameters(provider, random);
        made(() -> builder(random).coupling(provider.create(parameters)).build())
                .ifPresent(game -> accepted(game, provider, parameters));
    }

    private static void accepted(MeanFieldGame game, Provider<?> provider, Parameters parameters) {
        if (game.domain().axes().stream().anyMatch(axis -> axis.length() > WIDE)) {
            return;
        }
        assertThatCode(() -> GameKit.sample(game))
                .as("%s with %s in %s", provider.name(), parameters.asMap(), game.domain())
                .doesNotThrowAnyException();
    }

    /** Parameters that do not go together are refused by the provider itself. */
    private static Optional<MeanFieldGame> made(Supplier<MeanFieldGame> making) {
        try {
            return Optional.of(making.get());
        } catch (InvalidInputException refused) {
            return Optional.empty();
        }
    }

    /** A game on a box of one to three axes, or on one axis with states. */
    private static MeanFieldGameBuilder builder(Random random) {
        List<Axis> axes = new ArrayList<>();
        int kind = random.nextInt(4);
        for (int k = 0; k < Math.max(1, kind); k++) {
            double lower = 10 * random.nextGaussian();
            double upper = lower + Math.exp(2 * random.nextGaussian());
            String name = "xyz".substring(k, k + 1);
            axes.add(random.nextBoolean() ? Axis.periodic(name, lower, upper) : Axis.noFlux(name, lower, upper));
        }
        if (kind == 0) {
            axes.add(Axis.states("kind", States.populations("a", "b", "c")));
        }
        return MeanFieldGame.builder("random")
                .domain(new Domain(axes))
                .horizon(Math.exp(random.nextGaussian()))
                .viscosity(0.1)
                .hamiltonian(new QuadraticHamiltonian())
                .initialDensity(x -> 1);
    }

    private static Parameters parameters(Provider<?> provider, Random random) {
        Map<String, Object> given = new HashMap<>();
        for (Parameter parameter : provider.parameters()) {
            if (random.nextBoolean()) {
                given.put(parameter.name(), value(parameter, random));
            }
        }
        return Parameters.of(provider.name(), provider.parameters(), given);
    }

    private static Object value(Parameter parameter, Random random) {
        Parameter.Range range = parameter.range();
        return switch (parameter.type()) {
            case REAL -> {
                double lower = Math.max(range.lower(), -LARGE);
                double upper = Math.min(range.upper(), LARGE);
                double width = upper - lower;
                double part = random.nextBoolean() ? random.nextDouble() : Math.pow(10, -4 * random.nextDouble());
                yield Math.max(lower + width * part, lower + 1e-4 * width);
            }
            case INTEGER -> (long) Math.min(range.upper(), Math.max(range.lower(), 1) + random.nextInt(5));
            case FLAG -> random.nextBoolean();
            case TEXT ->
                range.choices().isEmpty()
                        ? parameter.defaultValue()
                        : range.choices().get(random.nextInt(range.choices().size()));
        };
    }

    private static <P> P one(List<P> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static <P> List<P> found(Class<P> type) {
        return ServiceLoader.load(type).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
