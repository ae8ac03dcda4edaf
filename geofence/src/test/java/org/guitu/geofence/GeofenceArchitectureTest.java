package org.guitu.geofence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may import whom: the judgement is pure and knows no device, database, clock or log. */
@AnalyzeClasses(packages = "org.guitu.geofence", importOptions = ImportOption.DoNotIncludeTests.class)
class GeofenceArchitectureTest {

    @ArchTest
    static final ArchRule importsOnlyTheJdkJtsCommonsMathAndJspecify = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.guitu.geofence..",
                    "java..",
                    "org.locationtech.jts..",
                    "org.apache.commons.math3..",
                    "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule nothingReadsAClockOrATable = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "java.net..", "java.nio.file..")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");
}
