package org.mfg.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.spi.CouplingProvider;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.HamiltonianProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameters;
import org.mfg.api.spi.Provider;

class ProvidersTest {

    @Test
    void everyHamiltonianCouplingAndGameIsFound() {
        assertThat(found(HamiltonianProvider.class))
                .extracting(Provider::name)
                .contains(
                        "quadratic",
                        "power",
                        "anisotropic-quadratic",
                        "drift-quadratic",
                        "formula-drift-quadratic",
                        "congestion");
        assertThat(found(CouplingProvider.class))
                .extracting(Provider::name)
                .contains("power", "log", "gaussian-kernel");
        assertThat(found(GameProvider.class))
                .extracting(Provider::name)
                .contains(
                        "tutorial",
                        "linear-quadratic",
                        "trade-crowding",
                        "flocking",
                        "opinion",
                        "hopf-cole",
                        "crowd-aversion",
                        "exit-corridor",
                        "tutorial-2d",
                        "kernel-2d",
                        "linear-quadratic-2d",
                        "evacuation",
                        "two-rooms",
                        "planning",
                        "ceiling");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void everyProviderCreatesSomethingWithItsDefaults(Provider<?> provider) {
        assertThat((Object) provider.create(withDefaults(provider))).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void everyProviderHasANameInLowerCaseAndDescribesItselfAndItsParameters(Provider<?> provider) {
        assertThat(provider.name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
        assertThat(provider.description()).isNotBlank().doesNotContain("\n");
        assertThat(provider.parameters())
                .extracting(Parameter::name)
                .allMatch(n -> n.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"));
        assertThat(provider.parameters()).extracting(Parameter::description).noneMatch(String::isBlank);
        assertThat(provider.parameters()).extracting(Parameter::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("games")
    void everyGameHasAPositiveInitialMassAndFiniteCostsOnItsOwnGrid(GameProvider provider) {
        MeanFieldGame game = provider.create(withDefaults(provider));
        Grid grid = Grid.of(game.domain(), provider.defaultNodes());
        double[] m0 = new double[grid.size()];
        double[] x = new double[grid.dimension()];
        for (int i = 0; i < grid.size(); i++) {
            grid.position(i, x);
            m0[i] = game.initialDensity().at(x);
            assertThat(m0[i]).isFinite().isNotNegative();
            assertThat(game.terminalCost().at(x)).isFinite();
            assertThat(game.runningCost().at(0, x)).isFinite();
        }
        assertThat(grid.integrate(m0, 0)).isPositive();
        assertThat(provider.defaultSteps()).isPositive();
    }

    @Test
    void aNegativeViscosityIsRefusedWithItsNameAndTheAllowedRange() {
        GameProvider tutorial = found(GameProvider.class).stream()
                .filter(p -> p.name().equals("tutorial"))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> Parameters.of("game tutorial", tutorial.parameters(), Map.of("viscosity", -0.01)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("viscosity must be >= 0, was -0.01");
    }

    static List<Provider<?>> providers() {
        List<Provider<?>> all = new ArrayList<>();
        all.addAll(found(HamiltonianProvider.class));
        all.addAll(found(CouplingProvider.class));
        all.addAll(found(GameProvider.class));
        return all;
    }

    static List<GameProvider> games() {
        return found(GameProvider.class);
    }

    private static Parameters withDefaults(Provider<?> provider) {
        return Parameters.of(provider.name(), provider.parameters(), Map.of());
    }

    private static <P> List<P> found(Class<P> kind) {
        return ServiceLoader.load(kind).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
