package org.mfg.models;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

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
    static final ArchRule modelsKnowTheApiAndNumericalLibrariesOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify.annotations..",
                    "org.mfg.api..",
                    "org.mfg.models..",
                    "org.apache.commons.math3..",
                    "org.nd4j..",
                    "org.bytedeco..",
                    "net.objecthunter.exp4j..");
}
