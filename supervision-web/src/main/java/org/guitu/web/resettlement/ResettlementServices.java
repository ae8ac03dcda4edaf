package org.guitu.web.resettlement;

import java.time.InstantSource;
import org.guitu.web.audit.Audit;
import org.guitu.web.exchange.InmateMessages;
import org.jdbi.v3.core.Jdbi;

/** The services of resettlement, wired to each other. */
public record ResettlementServices(
        ResettlementService resettlements, HelpService help, BaseService bases, InmateService inmates) {

    public static ResettlementServices of(Jdbi jdbi, Audit audit, InstantSource clock) {
        ResettlementService resettlements = new ResettlementService(jdbi, audit, clock);
        return new ResettlementServices(
                resettlements,
                new HelpService(jdbi, audit, clock),
                new BaseService(jdbi, audit, clock),
                new InmateService(jdbi, resettlements, new InmateMessages(clock), audit, clock));
    }
}
