package org.mfg.output;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.mfg.output", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    /** A program draws and stores results without the application, and a plugin's test without the solvers; tables are read by FastCSV, and PDFBox puts fonts into PDF files. */
    @ArchTest
    static final ArchRule outputKnowsTheApiAndTwoLibraries = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.imageio..",
                    "org.jspecify.annotations..",
                    "org.mfg.api..",
                    "org.mfg.output..",
                    "de.siegmar.fastcsv..",
                    "org.apache.pdfbox..");

    /** A drift made of H again would be another one at walls, and at another level. */
    @ArchTest
    static final ArchRule figuresAndFilesTakeTheDriftFromThePolicy = noClasses()
            .that()
            .resideInAPackage("org.mfg.output..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.mfg.api.hamiltonian..");
}
