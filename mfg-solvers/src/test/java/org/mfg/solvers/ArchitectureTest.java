package org.mfg.solvers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.Map;

@AnalyzeClasses(packages = "org.mfg.solvers", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] KERNELS = {"org.mfg.solvers.finitedifferences..", "org.mfg.solvers.linalg.."};

    @ArchTest
    static final ArchRule solversKnowTheApiAndNumericalLibrariesOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify.annotations..",
                    "org.mfg.api..",
                    "org.mfg.solvers..",
                    "com.google.inject..",
                    "jakarta.inject..",
                    "org.apache.commons.math3..",
                    "org.nd4j..",
                    "org.slf4j..");

    /** Wiring happens in one place; what is wired does not know that it is. */
    @ArchTest
    static final ArchRule onlyTheEntryPointAndTheRegistryUseGuice = noClasses()
            .that()
            .resideOutsideOfPackages("org.mfg.solvers", "org.mfg.solvers.registry..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.inject..", "jakarta.inject..");

    /** The waist: a solver written against DiscreteGame works with every scheme and dimension. */
    @ArchTest
    static final ArchRule equilibriumSolversDoNotKnowTheScheme = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.mfg.solvers", "org.mfg.solvers.registry..", "org.mfg.solvers.finitedifferences..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.mfg.solvers.finitedifferences..");

    @ArchTest
    static final ArchRule linearAlgebraKnowsNothingOfGames = noClasses()
            .that()
            .resideInAPackage("org.mfg.solvers.linalg..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.mfg.api.game..", "org.mfg.api.discrete..", "org.mfg.api.equilibrium..", "org.mfg.api.spi..");

    /** Boxes, streams and collections cost more than the arithmetic of a node. Setting up may use them. */
    @ArchTest
    static final ArchRule kernelsRunOverPlainArrays = noClasses()
            .that()
            .resideInAnyPackage(KERNELS)
            .and()
            .haveNameNotMatching(
                    ".*\\.(\\w*Discretization|NormalizedDensity|CrowdConstraints|Costs|ConvexFormFactory|SeparateCrowds|\\w*Provider)(\\$.*)?")
            .should()
            .dependOnClassesThat(areCollections())
            .orShould()
            .callMethod(Double.class, "valueOf", double.class)
            .orShould()
            .callMethod(Integer.class, "valueOf", int.class);

    @ArchTest
    static final ArchRule kernelsUseNeitherStreamsNorLibraries = noClasses()
            .that()
            .resideInAnyPackage(KERNELS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.stream..", "org.nd4j..", "org.apache.commons.math3..");

    /** A drift made of H again would be another one at walls, and at another level. */
    @ArchTest
    static final ArchRule agentsTakeTheirDriftFromThePolicy = noClasses()
            .that()
            .resideInAPackage("org.mfg.solvers.agents..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.mfg.api.hamiltonian..");

    private static DescribedPredicate<JavaClass> areCollections() {
        return DescribedPredicate.describe(
                "are collections or maps",
                type -> type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class));
    }
}
