package org.guitu.web.devices;

import org.guitu.web.duties.DutyKind;
import org.guitu.web.limits.Limit;

/** What must be done about a device that someone wears. */
public final class DeviceDuties {

    /**
     * A bracelet whose authorisation is over must come off (社区矫正法, article 29); also when the case is closed, and a holiday does not let it stay
     * on for longer.
     */
    public static final DutyKind REMOVE = DutyKind.of("devices.remove", Limit.of("devices.remove-days-max"))
            .outlastingTheCase()
            .inCustody();

    /** A bracelet that nothing has authorised since it was put on: what is missing is to be approved, or it comes off. */
    public static final DutyKind UNAUTHORISED = DutyKind.of("devices.unauthorised", Limit.of("devices.remove-days-max"))
            .at("/people/{person}/bases")
            .outlastingTheCase()
            .inCustody();

    /** A bracelet that was put on is to be checked. */
    static final DutyKind FITTING_CHECK = DutyKind.of("devices.fitting-check", Limit.of("devices.fitting-hours-max"))
            .at("/people/{person}/devices");

    private DeviceDuties() {}

    /** By which a duty about a device is known. */
    public static String ref(long deviceId) {
        return "device:" + deviceId;
    }
}
