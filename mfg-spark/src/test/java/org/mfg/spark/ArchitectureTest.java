package org.mfg.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.mfg", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyThisModuleKnowsSpark = noClasses()
            .that()
            .resideOutsideOfPackage("org.mfg.spark")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "scala..", "org.mfg.spark");

    @ArchTest
    static final ArchRule itKnowsSweepsAndHowTheyAreReadOnly = classes()
            .that()
            .resideInAPackage("org.mfg.spark")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "scala..",
                    "org.jspecify.annotations..",
                    "org.apache.spark..",
                    "org.mfg.spark",
                    "org.mfg.api..",
                    "org.mfg.solvers",
                    "org.mfg.app.sweep",
                    "org.mfg.app.yaml");
}
