package org.guitu.web.education;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.guitu.web.access.Staff;
import org.guitu.web.limits.Limit;
import org.guitu.web.limits.Limits;
import org.jdbi.v3.core.Jdbi;

/** Makes and reads the codes shown in the room. */
public final class CodeService {

    private static final Limit CODE_MINUTES = Limit.of("education.code-minutes");

    private final Jdbi jdbi;
    private final InstantSource clock;

    public CodeService(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** A code and until when it holds. */
    record Shown(String code, Instant until) {}

    Shown show(Staff staff, Session session) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, session.zone());
        int minutes = jdbi.withHandle(
                handle -> Limits.of(handle, staff.organisation().id()).value(CODE_MINUTES, today));
        Duration valid = Duration.ofMinutes(minutes);
        return new Shown(SessionCode.of(session.id(), session.secret(), now, valid), now.plus(valid));
    }

    boolean holds(Session session, String code) {
        return SessionCode.holds(code, session.id(), session.secret(), clock.instant());
    }
}
