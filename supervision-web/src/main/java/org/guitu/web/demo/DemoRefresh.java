package org.guitu.web.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.guitu.simulators.scenario.DemoCast;
import org.guitu.simulators.scenario.Supervisee;
import org.guitu.web.CaseServices;
import org.guitu.web.access.Staff;
import org.guitu.web.orders.ApplicationForm;
import org.guitu.web.orders.Basis;
import org.guitu.web.orders.BasisKind;
import org.guitu.web.orders.Ground;
import org.guitu.web.orders.PlanForm;
import org.guitu.web.people.PersonQuery;
import org.guitu.web.rules.RuleForm;
import org.guitu.web.zones.Zone;
import org.guitu.web.zones.ZoneForm;
import org.jdbi.v3.core.Jdbi;

/**
 * Brings stored demo data up to this start: the curfew that is to begin in a minute begins in a minute again, and bases that
 * would end during the demo are renewed.
 */
final class DemoRefresh {
    private static final Duration ENDING_SOON = Duration.ofDays(7);
    private static final int RENEWAL_MONTHS = 3;

    private final Jdbi jdbi;
    private final CaseServices services;
    private final Staff officer;
    private final Staff head;
    private final Instant now;

    DemoRefresh(Jdbi jdbi, Instant now) {
        this.jdbi = jdbi;
        this.now = now;
        this.services = CaseServices.of(jdbi, InstantSource.fixed(now));
        this.officer = DemoOffices.staff(jdbi, DemoSignIn.OFFICER);
        this.head = DemoOffices.staff(jdbi, DemoSignIn.HEAD);
    }

    void refresh(DemoCast cast) {
        jdbi.useTransaction(
                handle -> DemoFigures.enter(handle, officer.organisation().id()));
        for (Supervisee supervisee : cast.supervisees()) {
            person(supervisee).ifPresent(personId -> {
                renewBasis(supervisee, personId);
                plan(personId);
                if (supervisee.role() == Supervisee.Role.CURFEW) {
                    reviseCurfew(supervisee, personId);
                }
            });
        }
    }

    /** Empty when someone has deleted or moved the person: the demo's data are the visitor's to play with. */
    private Optional<Long> person(Supervisee supervisee) {
        String caseNumber = DemoPeople.caseNumber(supervisee);
        return services.people().search(officer, PersonQuery.of(caseNumber)).people().stream()
                .filter(row ->
                        row.caseNumber().equals(caseNumber) && row.category().supervised())
                .map(row -> row.id())
                .findFirst();
    }

    /** Data of an earlier version know no plan to report by; one that the visitor ended stays ended. */
    private void plan(long personId) {
        if (services.rules().list(officer, personId).isEmpty()) {
            services.rules()
                    .create(officer, personId, RuleForm.plan(DemoCast.PLAN))
                    .orThrow();
        }
    }

    private void reviseCurfew(Supervisee supervisee, long personId) {
        for (org.guitu.simulators.scenario.Zone wanted : supervisee.zones()) {
            wanted.schedule()
                    .flatMap(schedule -> standing(personId, wanted.name().zh()))
                    .ifPresent(zone -> services.zones()
                            .revise(
                                    officer,
                                    personId,
                                    zone.id(),
                                    zone.version(),
                                    ZoneForm.of(zone.name(), wanted.kind(), wanted.area(), wanted.schedule()))
                            .orThrow());
        }
    }

    private Optional<Zone> standing(long personId, String name) {
        return services.zones().list(officer, personId).stream()
                .filter(zone -> zone.name().equals(name) && zone.state(now) == Zone.State.IN_FORCE)
                .findFirst();
    }

    private void renewBasis(Supervisee supervisee, long personId) {
        Instant soon = now.plus(ENDING_SOON);
        boolean ending = services.orders().list(officer, personId).stream()
                .noneMatch(basis -> basis.state(soon) == Basis.State.LIVE);
        if (ending) {
            newest(personId).ifPresent(basis -> renew(supervisee, personId, basis));
        }
    }

    private Optional<Basis> newest(long personId) {
        return services.orders().list(officer, personId).stream()
                .filter(basis -> !basis.revoked() && basis.endedAt().isEmpty())
                .findFirst();
    }

    private void renew(Supervisee supervisee, long personId, Basis basis) {
        LocalDate today = LocalDate.ofInstant(now, officer.organisation().zone());
        LocalDate first =
                basis.lastDay().isBefore(today) ? today : basis.lastDay().plusDays(1);
        if (basis.kind() == BasisKind.PHONE_PLAN) {
            services.orders()
                    .plan(officer, personId, PlanForm.continuous(first, first.plusMonths(RENEWAL_MONTHS)))
                    .orThrow();
            return;
        }
        Ground ground = basis.ground().orElseThrow();
        String document = "演示定字%03d号(续)".formatted(supervisee.number());
        LocalDate last = first.plusMonths(RENEWAL_MONTHS).minusDays(1);
        if (basis.lastDay().isBefore(today)) {
            services.authorise(
                    officer,
                    head,
                    personId,
                    ApplicationForm.of(ground, "演示：见案卷", first, last).assessed("演示：仍有必要"),
                    document);
        } else {
            services.renew(
                    officer,
                    head,
                    personId,
                    basis.id(),
                    ApplicationForm.renewal(ground, "演示：见案卷", "演示：仍有必要", last),
                    document);
        }
    }
}
