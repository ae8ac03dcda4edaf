package org.guitu.web.lifecycle;

import java.time.LocalDate;
import org.guitu.web.access.Staff;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;

/** Told, within the same transaction, that an investigation was reported: the procuratorate is to have a copy (IM-14). */
@FunctionalInterface
public interface ReportListener {

    /**
     * The report was given.
     *
     * @param reportNumber {@code ""} where it has none
     * @param suitable what it advises
     */
    void reported(Handle handle, Staff by, Person person, LocalDate on, String reportNumber, boolean suitable);
}
