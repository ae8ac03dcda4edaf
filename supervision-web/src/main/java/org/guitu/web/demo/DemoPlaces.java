package org.guitu.web.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.guitu.geofence.zone.Area;
import org.guitu.ingest.registry.PlaceSpec;
import org.guitu.simulators.city.SiteKind;
import org.guitu.simulators.scenario.DemoCast;
import org.guitu.web.CaseServices;
import org.guitu.web.access.Staff;
import org.jdbi.v3.core.Jdbi;

/** Enters the schools of the city as one group that orders can name. No order of the demo does: the story is told by the zones of each person. */
final class DemoPlaces {

    static final String SCHOOLS = "演示·所有学校";

    private final CaseServices services;
    private final Staff officer;

    DemoPlaces(Jdbi jdbi, Instant entered) {
        this.services = CaseServices.of(jdbi, InstantSource.fixed(entered));
        this.officer = DemoOffices.staff(jdbi, DemoSignIn.OFFICER);
    }

    void enter(DemoCast cast) {
        List<PlaceSpec> schools = cast.city().sites(SiteKind.SCHOOL).stream()
                .map(site -> new PlaceSpec(
                        site.name().zh(), new Area.Polygonal(cast.city().geographic(site.shape()))))
                .toList();
        long groupId = services.placeGroups().create(officer, SCHOOLS).orThrow();
        services.placeGroups().replace(officer, groupId, schools).orThrow();
    }
}
