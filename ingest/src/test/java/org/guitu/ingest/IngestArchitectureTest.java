package org.guitu.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may import whom, within ingest and around it. */
@AnalyzeClasses(packages = "org.guitu.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class IngestArchitectureTest {

    @ArchTest
    static final ArchRule arrowsNeverRunBack =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.guitu.web..", "org.guitu.simulators..");

    @ArchTest
    static final ArchRule theLogKnowsNeitherConnectionsNorThePipeline = noClasses()
            .that()
            .resideInAPackage("..ingest.log..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..ingest.server..", "..ingest.session..", "..ingest.pipeline..", "io.netty..");

    @ArchTest
    static final ArchRule thePipelineKnowsNoConnections = noClasses()
            .that()
            .resideInAnyPackage("..ingest.pipeline..", "..ingest.store..", "..ingest.feed..", "..ingest.registry..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..ingest.server..", "..ingest.session..", "io.netty..");

    @ArchTest
    static final ArchRule serversDoNotTouchTheDatabase = noClasses()
            .that()
            .resideInAPackage("..ingest.server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..ingest.store..", "..ingest.pipeline..", "java.sql..", "org.jdbi..");

    @ArchTest
    static final ArchRule theStoreKnowsNoJudgement = noClasses()
            .that()
            .resideInAPackage("..ingest.store..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.guitu.geofence..");

    @ArchTest
    static final ArchRule nobodyPrints =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");
}
