package org.guitu.web.resettlement;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A place where people can live and work for a while after release.
 *
 * @param taken how many are there now
 */
public record Base(
        long id,
        String organisationName,
        String name,
        Kind kind,
        int capacity,
        String address,
        String contact,
        Optional<LocalDate> closedOn,
        int taken,
        int version) {

    /** What it is for. */
    public enum Kind {
        /** 过渡性安置. */
        TRANSITIONAL,
        /** 就业. */
        WORK,
        /** 技能培训. */
        TRAINING,
        /** 综合. */
        COMBINED
    }

    /** Somebody who is or was there. */
    public record Guest(
            long personId, String name, String work, LocalDate from, Optional<LocalDate> to, boolean visible) {}
}
