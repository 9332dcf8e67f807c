package org.mfg.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.mfg.api", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule aPluginNeedsNothingButTheJdkAndThisModule = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify.annotations..", "org.mfg.api..");

    /** A stopping rule is read from the parameters of a solver. */
    @ArchTest
    static final ArchRule mathematicsDoesNotKnowHowPluginsAreFound = noClasses()
            .that()
            .resideOutsideOfPackages("org.mfg.api.spi..", "org.mfg.api.testkit..", "org.mfg.api.progress..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.mfg.api.spi..");

    @ArchTest
    static final ArchRule theContinuousGameDoesNotKnowItsDiscretization = noClasses()
            .that()
            .resideInAnyPackage("org.mfg.api.game..", "org.mfg.api.hamiltonian..", "org.mfg.api.grid..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.mfg.api.discrete..", "org.mfg.api.equilibrium..");
}
