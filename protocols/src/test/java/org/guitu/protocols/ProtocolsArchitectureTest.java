package org.guitu.protocols;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** This module is pure: bytes and records, nothing that waits, listens or remembers. */
@AnalyzeClasses(packages = "org.guitu.protocols", importOptions = ImportOption.DoNotIncludeTests.class)
class ProtocolsArchitectureTest {

    @ArchTest
    static final ArchRule IMPORTS_ONLY_WHAT_IT_MAY = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.guitu.protocols..",
                    "java..",
                    "io.netty.buffer..",
                    "io.netty.util..",
                    "com.fasterxml.jackson.core..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule READS_NO_CLOCK_AND_OPENS_NOTHING = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "java.nio.channels..", "java.nio.file..", "java.sql..")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule FORMATS_DO_NOT_KNOW_EACH_OTHER = noClasses()
            .that()
            .resideInAPackage("..osmand..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..jt808..")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("..decode..");
}
