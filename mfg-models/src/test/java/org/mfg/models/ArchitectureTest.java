package org.mfg.models;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.mfg.models", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyTheDensePackageKnowsNd4j = noClasses()
            .that()
            .resideOutsideOfPackage("org.mfg.models.dense")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.nd4j..", "org.bytedeco..");

    @ArchTest
    static final ArchRule onlyTheFormulaPackageKnowsTheExpressionLibrary = noClasses()
            .that()
            .resideOutsideOfPackage("org.mfg.models.formula")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("net.objecthunter..");

    @ArchTest
    static final ArchRule modelsKnowNeitherSolversNorApplications = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.mfg.solvers..", "org.mfg.examples..", "org.mfg.bench..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.mfg.models.(*)..").should().beFreeOfCycles();
}
