package org.guitu.simulators;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may import whom within the simulators, and what they may import from outside. */
class SimulatorsArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.guitu.simulators");

    @Test
    void simulatorsKnowOnlyProtocolsAndGeofence() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "java..",
                        "org.guitu.simulators..",
                        "org.guitu.protocols..",
                        "org.guitu.geofence..",
                        "io.netty..",
                        "com.fasterxml.jackson..",
                        "org.slf4j..",
                        "org.jspecify..",
                        // geofence speaks JTS in its areas
                        "org.locationtech.jts..")
                .check(CLASSES);
    }

    @Test
    void cityMotionAndNoiseArePure() {
        noClasses()
                .that()
                .resideInAnyPackage("..city..", "..motion..", "..noise..", "..scenario..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.nio..", "java.util.concurrent..", "io.netty..", "org.slf4j..")
                .check(CLASSES);
    }
}
