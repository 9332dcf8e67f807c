package org.mfg.models;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.mfg.models", importOptions = DoNotIncludeTests.class)
class ModelsArchitectureTest {

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
                    "net.objecthunter.exp4j..");

    /** The first call of ND4J costs seconds, so only a kernel that is asked for may load it. */
    @ArchTest
    static final ArchRule onlyDenseKernelsUseNd4j = noClasses()
            .that()
            .resideOutsideOfPackage("org.mfg.models.dense..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.nd4j..");

    @ArchTest
    static final ArchRule onlyFormulasUseTheExpressionLibrary = noClasses()
            .that()
            .resideOutsideOfPackage("org.mfg.models.formula..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("net.objecthunter.exp4j..");
}
