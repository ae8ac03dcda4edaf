package org.guitu.protocols.jt808;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.guitu.protocols.report.Alarm;
import org.guitu.protocols.report.Report.Item;
import org.jspecify.annotations.Nullable;

/** What the items of one location body add up to. Lives for one body only. */
final class Jt808Facts {

    private @Nullable Double batteryPercent;
    private @Nullable Boolean charging;
    private @Nullable Integer satellites;
    private final Set<Alarm> alarms = EnumSet.noneOf(Alarm.class);
    private final List<Item> items = new ArrayList<>();

    /** Takes 0-100 and ignores the rest: devices send 205 and the like. */
    void battery(int percent) {
        if (percent <= 100) {
            batteryPercent = (double) percent;
        }
    }

    void charging(boolean value) {
        charging = value;
    }

    void satellites(int count) {
        satellites = count;
    }

    void alarm(Alarm alarm) {
        alarms.add(alarm);
    }

    void item(String name, Object value) {
        items.add(new Item(name, value));
    }

    @Nullable
    Double batteryPercent() {
        return batteryPercent;
    }

    @Nullable
    Boolean charging() {
        return charging;
    }

    @Nullable
    Integer satellites() {
        return satellites;
    }

    Set<Alarm> alarms() {
        return alarms;
    }

    List<Item> items() {
        return items;
    }
}
