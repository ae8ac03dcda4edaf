package org.guitu.simulators.device;

import java.time.Instant;
import org.guitu.protocols.jt808.Jt808Item;
import org.guitu.protocols.jt808.Jt808Location;
import org.guitu.simulators.city.LatLon;
import org.guitu.simulators.noise.GnssReceiver;
import org.guitu.simulators.noise.Observation;

/** Turns the truth into what a bracelet says: one location body with its alarms, status and items. Not thread-safe. */
public final class BraceletReporter {

    private static final int SOS = 1;
    private static final int LOW_VOLTAGE = 1 << 7;

    /** Bits 16 and 17 are reserved by the standard; wearables use both for the strap. */
    private static final int STRAP = 1 << 16 | 1 << 17;

    private static final int STATUS_GPS = 1 << 18;
    private static final int STATUS_BEIDOU = 1 << 19;
    private static final int STATUS_CHARGING = 1 << 26;
    private static final double LOW_BATTERY_PERCENT = 20;
    private static final double ALTITUDE_METERS = 78;

    private final Script script;
    private final GnssReceiver receiver;
    private boolean strapClosed = true;
    private int timesCut;

    public BraceletReporter(Script script, GnssReceiver receiver) {
        this.script = script;
        this.receiver = receiver;
    }

    /** What the bracelet says at an instant; to be asked in order of time. */
    public Jt808Location report(Instant at) {
        Moment moment = script.at(at);
        timesCut += strapClosed && !moment.strapClosed() ? 1 : 0;
        strapClosed = moment.strapClosed();
        Observation seen = receiver.observe(at, moment.whereabouts());
        LatLon place = seen.position() == null ? new LatLon(0, 0) : seen.position();
        Jt808Location location = Jt808Location.fix(at, place.latitude(), place.longitude());
        int status = location.statusBits() | STATUS_GPS | STATUS_BEIDOU | (moment.charging() ? STATUS_CHARGING : 0);
        location = location.withStatusBits(status)
                .withAlarmBits(alarms(moment))
                .withMotion(
                        moment.whereabouts().speedKmh(), moment.whereabouts().courseDegrees(), ALTITUDE_METERS)
                .withItem(Jt808Item.signal(24))
                .withItem(Jt808Item.satellites(seen.satellites()))
                .withItem(Jt808Item.battery((int) Math.round(moment.batteryPercent())))
                .withItem(Jt808Item.strap(timesCut, strapClosed));
        return seen.fixed() ? location : location.withoutFix();
    }

    private static int alarms(Moment moment) {
        return (moment.sos() ? SOS : 0)
                | (moment.strapClosed() ? 0 : STRAP)
                | (moment.batteryPercent() <= LOW_BATTERY_PERCENT ? LOW_VOLTAGE : 0);
    }
}
