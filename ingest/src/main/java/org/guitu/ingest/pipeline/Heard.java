package org.guitu.ingest.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A packet of a device that somebody carried when it came.
 *
 * @param at when it came, by the platform's clock
 * @param located whether it brought a valid fix
 */
record Heard(long subjectId, long deviceId, Instant at, boolean located) {

    /** The runs of what was heard of the devices that speak for their subjects: a phone at home does not vouch for a bracelet. */
    static List<ArrivalTable.Run> runs(List<Heard> packets, Map<Long, Speakers> speakers) {
        List<ArrivalTable.Packet> spoken = packets.stream()
                .filter(packet -> {
                    Speakers heard = speakers.get(packet.subjectId());
                    return heard != null && heard.hears(packet.deviceId(), packet.at());
                })
                .map(packet -> new ArrivalTable.Packet(packet.subjectId(), packet.at(), packet.located()))
                .toList();
        return ArrivalTable.runs(spoken);
    }
}
