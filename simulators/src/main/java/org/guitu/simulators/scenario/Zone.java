package org.guitu.simulators.scenario;

import java.util.Optional;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;
import org.guitu.simulators.city.Name;

/**
 * A zone to order for a person.
 *
 * @param name what the officer calls it
 * @param kind stay in, or keep out
 * @param area WGS-84
 * @param schedule the hours in force; empty means always
 */
public record Zone(Name name, RuleKind kind, Area area, Optional<WeeklySchedule> schedule) {}
