package org.guitu.web.conduct;

import java.time.LocalDate;
import org.guitu.web.access.Staff;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;

/** Told, within the same transaction, of a decision that others must hear of: the procuratorate, and the police, court or prison asked. */
@FunctionalInterface
public interface DecisionListener {
    void decided(
            Handle handle,
            Staff by,
            Person person,
            long measureId,
            MeasureKind kind,
            LocalDate decidedOn,
            String documentNumber);
}
