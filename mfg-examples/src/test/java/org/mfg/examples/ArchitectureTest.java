package org.mfg.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.mfg.examples", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    /** What a program shows must work without the application. */
    @ArchTest
    static final ArchRule programsAreWrittenAgainstTheLibrariesAlone = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify.annotations..",
                    "org.mfg.api..",
                    "org.mfg.solvers..",
                    "org.mfg.models..",
                    "org.mfg.output..",
                    "org.mfg.examples..");

    /** A reader copies one file and has all of it. */
    @ArchTest
    static final ArchRule eachProgramIsOneFile =
            slices().matching("org.mfg.examples.(*)..").should().notDependOnEachOther();
}
