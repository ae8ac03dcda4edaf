package org.guitu.geofence.rule;

import java.time.Instant;
import java.util.Optional;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;

/**
 * One revision of one rule about one subject.
 *
 * @param id the rule; all its revisions share it
 * @param kind what is ordered
 * @param area where
 * @param schedule when; empty means always
 * @param validFrom from when this revision is the rule, inclusive
 * @param validTo until when, exclusive; {@link Instant#MAX} for no end
 */
public record Rule(
        long id, RuleKind kind, Area area, Optional<WeeklySchedule> schedule, Instant validFrom, Instant validTo) {}
