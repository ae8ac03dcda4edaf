package org.guitu.simulators.device;

/**
 * How a device is doing. Of reports, always {@code reported = acknowledged + stored + dropped + refused}.
 *
 * @param reported reports made, history included
 * @param sent reports handed to the socket for the first time since they were last stored
 * @param resent messages sent again because no answer came
 * @param acknowledged reports the server says it has
 * @param stored reports the device still keeps, those on their way included
 * @param dropped oldest reports given up because the store was full
 * @param refused reports the server says it can never take
 * @param connects connections opened
 */
public record DeviceCounters(
        long reported,
        long sent,
        long resent,
        long acknowledged,
        long stored,
        long dropped,
        long refused,
        long connects) {

    /** The sum of two devices. */
    public DeviceCounters plus(DeviceCounters other) {
        return new DeviceCounters(
                reported + other.reported,
                sent + other.sent,
                resent + other.resent,
                acknowledged + other.acknowledged,
                stored + other.stored,
                dropped + other.dropped,
                refused + other.refused,
                connects + other.connects);
    }

    /** A device that has done nothing yet. */
    public static DeviceCounters none() {
        return new DeviceCounters(0, 0, 0, 0, 0, 0, 0, 0);
    }
}
