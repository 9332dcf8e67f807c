package org.mfg.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** What holds in every module; this one sees them all. Rules of a single module are tested there. */
@AnalyzeClasses(packages = "org.mfg", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theApiKnowsNoOtherModule = noClasses()
            .that()
            .resideInAPackage("org.mfg.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.mfg.solvers..", "org.mfg.models..", "org.mfg.output..", "org.mfg.app..");

    @ArchTest
    static final ArchRule modelsDoNotKnowSolvers = noClasses()
            .that()
            .resideInAPackage("org.mfg.models..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.mfg.solvers..", "org.mfg.output..", "org.mfg.app..");

    @ArchTest
    static final ArchRule solversDoNotKnowModels = noClasses()
            .that()
            .resideInAPackage("org.mfg.solvers..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.mfg.models..", "org.mfg.output..", "org.mfg.app..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.mfg.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule everyPackageIsDescribedAndNullMarked =
            classes().that().areTopLevelClasses().should(resideInANullMarkedPackage());

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackages("org.mfg.app", "org.mfg.app.cli..")
            .should(ACCESS_STANDARD_STREAMS)
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule onlyMainEndsTheProcess = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.mfg.app.Main")
            .should()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule logsGoThroughSlf4j = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package whose package-info says @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " does not"));
                }
            }
        };
    }
}
