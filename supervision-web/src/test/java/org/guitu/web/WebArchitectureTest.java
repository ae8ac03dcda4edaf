package org.guitu.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/** Who may import whom inside this module. A door is a class of one feature that named others may use. */
@AnalyzeClasses(packages = "org.guitu.web", importOptions = ImportOption.DoNotIncludeTests.class)
class WebArchitectureTest {

    /** What every feature stands on. */
    private static final Set<String> FLOOR = Set.of("http", "ui", "access", "form", "clockwork");

    /** What builds, starts or drives features and so may see all of them. */
    private static final Set<String> ASSEMBLY = Set.of("", "cli", "demo", "tools");

    /** Which features may use which others. Arrows never run back. */
    private static final Map<String, Set<String>> USES = Map.ofEntries(
            Map.entry("live", Set.of("alerts", "audit")),
            Map.entry("alerts", Set.of("audit")),
            Map.entry("people", Set.of("audit", "caselog", "limits")),
            Map.entry("roster", Set.of("people", "audit")),
            Map.entry("household", Set.of("people", "audit", "caselog")),
            Map.entry("sentence", Set.of("people", "audit", "caselog", "limits", "calendar", "papers")),
            Map.entry("timeline", Set.of("people", "caselog")),
            Map.entry("asof", Set.of("people")),
            Map.entry("limits", Set.of("audit", "calendar")),
            Map.entry("holidays", Set.of("audit", "calendar")),
            Map.entry("duties", Set.of("people", "audit", "caselog", "limits", "calendar")),
            Map.entry(
                    "lifecycle",
                    Set.of("people", "papers", "audit", "caselog", "limits", "calendar", "duties", "sentence")),
            Map.entry("devices", Set.of("people", "audit", "caselog", "limits", "duties")),
            Map.entry("protectedpersons", Set.of("rules", "devices", "audit")),
            Map.entry("orders", Set.of("people", "devices", "audit", "caselog", "limits", "duties")),
            Map.entry("zones", Set.of("people", "audit", "caselog")),
            Map.entry(
                    "leave",
                    Set.of(
                            "papers",
                            "people",
                            "zones",
                            "rules",
                            "orders",
                            "alerts",
                            "audit",
                            "caselog",
                            "limits",
                            "calendar",
                            "duties")),
            Map.entry("permits", Set.of("papers", "people", "zones", "rules", "audit", "caselog", "limits", "duties")),
            Map.entry("conduct", Set.of("people", "audit", "caselog", "limits", "duties", "papers")),
            Map.entry("education", Set.of("people", "audit", "caselog", "limits", "duties", "conduct")),
            Map.entry("help", Set.of("people", "audit", "caselog", "limits", "duties")),
            Map.entry("tracks", Set.of("people", "zones", "audit")),
            Map.entry("findings", Set.of("people", "zones", "tracks", "audit")),
            Map.entry("places", Set.of("people", "zones", "tracks", "audit")),
            Map.entry("rules", Set.of("people", "zones", "audit", "caselog")),
            Map.entry("papers", Set.of("people", "orders", "audit", "caselog")),
            Map.entry("coverage", Set.of("people")),
            Map.entry("exchange", Set.of("people", "audit", "caselog", "limits", "calendar", "duties", "sentence")),
            Map.entry("resettlement", Set.of("people", "audit", "caselog", "limits", "calendar", "duties", "exchange")),
            Map.entry("risk", Set.of()), // pure so far
            Map.entry("signin", Set.of("audit")),
            Map.entry("posts", Set.of("audit")),
            Map.entry("organisations", Set.of("audit")),
            Map.entry("staff", Set.of("audit", "posts")));

    /** The doors: the classes of a feature that others may use; a feature that is not named here has none. */
    private static final Map<String, Set<String>> DOORS = Map.ofEntries(
            Map.entry("audit", Set.of("Audit")),
            Map.entry("caselog", Set.of("CaseEntry", "CaseLog")),
            Map.entry("limits", Set.of("Figure", "Limit", "Limits", "LimitTable")),
            Map.entry("posts", Set.of("PostDraft", "PostForm", "PostKind", "PostStore")),
            Map.entry("conduct", Set.of("Incidents", "DecisionListener", "MeasureKind")),
            Map.entry("calendar", Set.of("*")), // day arithmetic, of no feature
            Map.entry("duties", Set.of("Duties", "DutyKind", "PeriodPlans")),
            Map.entry("sentence", Set.of("BodyKind", "Decisions", "Injunction", "InjunctionStore")),
            Map.entry(
                    "people",
                    Set.of(
                            "CaseState",
                            "Category",
                            "Choices",
                            "Enrolment",
                            "Found",
                            "IdentityNumber",
                            "Panel",
                            "PeopleService",
                            "Person",
                            "Newcomer",
                            "PersonForm",
                            "PersonPanel",
                            "PersonQuery",
                            "PersonSource",
                            "PersonStates",
                            "PersonStore",
                            "PersonTerm",
                            "ReleaseListener",
                            "Sex",
                            "Similar",
                            "SupervisedOnly",
                            "TermListener",
                            "SupervisionClass")),
            Map.entry(
                    "devices",
                    Set.of("DeviceKind", "Wearing", "WearingListener", "WearingStore", "DeviceDuties", "DeviceHands")),
            Map.entry("orders", Set.of("Basis", "BasisKind", "BasisStore", "Ground")),
            Map.entry(
                    "papers",
                    Set.of(
                            "ChineseDate",
                            "FactName",
                            "PaperFacts",
                            "PaperKind",
                            "PaperLink",
                            "PaperService",
                            "PaperSource")),
            Map.entry(
                    "zones",
                    Set.of(
                            "AreaForm",
                            "Place",
                            "Zone",
                            "ZoneChanges",
                            "ZoneForm",
                            "ZoneHours",
                            "ZoneService",
                            "ZoneStore",
                            "ZoneWords")),
            Map.entry("resettlement", Set.of("ResettlementService")),
            Map.entry(
                    "exchange",
                    Set.of(
                            "About",
                            "InmateMessages",
                            "NoticeBody",
                            "NoticeKind",
                            "Outbox",
                            "PartnerKind",
                            "PersonFacts")),
            Map.entry("rules", Set.of("ProtectedPeople", "OrderedRule", "RuleChanges", "RuleService")),
            Map.entry("tracks", Set.of("Purpose", "StatedPurpose")),
            Map.entry("alerts", Set.of("*"))); // the live desk shows and handles alerts: two halves of one thing

    @ArchTest
    static final ArchRule VERTX_STAYS_IN_HTTP = noClasses()
            .that()
            .resideOutsideOfPackage("org.guitu.web.http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.vertx..");

    @ArchTest
    static final ArchRule ACCESS_KNOWS_NEITHER_HTTP_NOR_PAGES = noClasses()
            .that()
            .resideInAPackage("org.guitu.web.access..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.guitu.web.http..", "org.guitu.web.ui..", "org.guitu.web.audit..");

    @ArchTest
    static final ArchRule UI_KNOWS_NO_HTTP = noClasses()
            .that()
            .resideInAPackage("org.guitu.web.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.guitu.web.http..");

    @ArchTest
    static final ArchRule FEATURES_USE_EACH_OTHER_THROUGH_DOORS =
            classes().that().resideInAPackage("org.guitu.web..").should(new ThroughDoors());

    private static final class ThroughDoors extends ArchCondition<JavaClass> {

        ThroughDoors() {
            super("use other features only through their doors");
        }

        @Override
        public void check(JavaClass user, ConditionEvents events) {
            String from = feature(user);
            if (FLOOR.contains(from) || ASSEMBLY.contains(from)) {
                return;
            }
            user.getDirectDependenciesFromSelf().forEach(dependency -> {
                JavaClass used = dependency.getTargetClass();
                String to = feature(used);
                boolean ours = used.getPackageName().startsWith("org.guitu.web");
                if (ours && !to.equals(from) && !FLOOR.contains(to) && !mayUse(from, to, used)) {
                    events.add(SimpleConditionEvent.violated(user, dependency.getDescription()));
                }
            });
        }

        private static boolean mayUse(String from, String to, JavaClass used) {
            Set<String> doors = DOORS.getOrDefault(to, Set.of());
            String outermost =
                    used.getName().substring(used.getPackageName().length() + 1).replaceAll("[$\\[].*", "");
            return USES.getOrDefault(from, Set.of()).contains(to) && (doors.contains(outermost) || doors.contains("*"));
        }

        private static String feature(JavaClass of) {
            String path = of.getPackageName()
                    .substring(Math.min(
                            "org.guitu.web".length(), of.getPackageName().length()));
            String[] parts = path.split("\\.");
            return parts.length < 2 ? "" : parts[1];
        }
    }
}
