package org.guitu.geofence.judgement;

import static org.guitu.geofence.evidence.EvidenceCodec.readBelief;
import static org.guitu.geofence.evidence.EvidenceCodec.readCount;
import static org.guitu.geofence.evidence.EvidenceCodec.readFinite;
import static org.guitu.geofence.evidence.EvidenceCodec.readInstant;
import static org.guitu.geofence.evidence.EvidenceCodec.readTrack;
import static org.guitu.geofence.evidence.EvidenceCodec.readWeighed;
import static org.guitu.geofence.evidence.EvidenceCodec.required;
import static org.guitu.geofence.evidence.EvidenceCodec.writeBelief;
import static org.guitu.geofence.evidence.EvidenceCodec.writeInstant;
import static org.guitu.geofence.evidence.EvidenceCodec.writeTrack;
import static org.guitu.geofence.evidence.EvidenceCodec.writeWeighed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import org.guitu.geofence.evidence.RecentTrack;
import org.guitu.geofence.rule.Aspect;

/**
 * The binary form of a {@link Checkpoint}: a version byte, the fields in order, and a CRC-32 of all before it. A change of the filter's meaning
 * raises the version too, so that no fold continues from a state that another filter made.
 */
final class CheckpointCodec {

    private static final int VERSION = 4;
    private static final int CRC_BYTES = 4;
    private static final int BYTES_MAX = 1 << 20;
    private static final int RULES_MAX = 10_000;
    private static final int KINDS_MAX = FindingKind.values().length;

    private CheckpointCodec() {}

    static byte[] toBytes(Checkpoint checkpoint) {
        var bytes = new ByteArrayOutputStream(512);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            writeInstant(out, checkpoint.at());
            out.writeLong(checkpoint.contentHash());
            out.writeBoolean(checkpoint.dayStart());
            out.writeLong(checkpoint.bookVersion());
            writeTrack(out, new RecentTrack(checkpoint.sightings()));
            writeLine(out, checkpoint.facts());
            List<Checkpoint.KeptRule> rules = checkpoint.rules();
            out.writeInt(rules.size());
            for (Checkpoint.KeptRule rule : rules) {
                out.writeLong(rule.line().ruleId.orElseThrow());
                out.writeBoolean(rule.aspect() == Aspect.APPROACH);
                writeLine(out, rule.line());
                writeBelief(out, rule.belief());
                writeAttendance(out, rule.attendance());
            }
            out.writeInt(crc(bytes.toByteArray(), bytes.size()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Checkpoint ofBytes(byte[] bytes) {
        if (bytes.length < 1 + CRC_BYTES || bytes.length > BYTES_MAX) {
            throw new IllegalArgumentException("checkpoint of " + bytes.length + " bytes");
        }
        if (bytes[0] != VERSION) {
            throw new IllegalArgumentException("checkpoint of version " + bytes[0] + ", this judge reads " + VERSION);
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            in.readByte();
            Checkpoint checkpoint = read(in);
            int crc = crc(bytes, bytes.length - CRC_BYTES);
            if (in.available() != CRC_BYTES || in.readInt() != crc) {
                throw new IllegalArgumentException("checkpoint damaged: checksum differs");
            }
            return checkpoint;
        } catch (IOException tooShort) {
            throw new IllegalArgumentException("checkpoint damaged: it ends too early", tooShort);
        }
    }

    private static Checkpoint read(DataInputStream in) throws IOException {
        var at = required(readInstant(in));
        long contentHash = in.readLong();
        boolean dayStart = in.readBoolean();
        long bookVersion = in.readLong();
        RecentTrack track = readTrack(in);
        Line facts = readLine(in, OptionalLong.empty());
        int count = in.readInt();
        if (count < 0 || count > RULES_MAX) {
            throw new IllegalArgumentException("checkpoint damaged: " + count + " rules");
        }
        var rules = new ArrayList<Checkpoint.KeptRule>();
        for (int i = 0; i < count; i++) {
            OptionalLong ruleId = OptionalLong.of(in.readLong());
            Aspect aspect = in.readBoolean() ? Aspect.APPROACH : Aspect.ORDER;
            Line line = readLine(in, ruleId);
            rules.add(new Checkpoint.KeptRule(aspect, line, readBelief(in), readAttendance(in)));
        }
        return new Checkpoint(at, contentHash, dayStart, bookVersion, track.sightings(), facts, rules);
    }

    private static void writeLine(DataOutputStream out, Line line) throws IOException {
        out.writeByte(line.settled().size());
        for (var settled : line.settled().entrySet()) {
            out.writeUTF(settled.getKey().name());
            writeInstant(out, settled.getValue());
        }
        out.writeByte(line.open().size());
        for (OpenFinding open : line.open().values()) {
            out.writeUTF(open.kind.name());
            writeInstant(out, open.start);
            writeInstant(out, open.confirmedAt);
            out.writeDouble(open.depthMeters);
            out.writeInt(open.fixes);
            writeWeighed(out, open.evidence);
            out.writeBoolean(open.place.isPresent());
            if (open.place.isPresent()) {
                out.writeLong(open.place.getAsLong());
            }
        }
    }

    private static void writeAttendance(DataOutputStream out, Attendance attendance) throws IOException {
        writeInstant(out, attendance.openedAt);
        if (attendance.isOpen()) {
            writeInstant(out, attendance.countedTo);
            out.writeDouble(attendance.presentSeconds);
            out.writeDouble(attendance.absentSeconds);
        }
    }

    private static Attendance readAttendance(DataInputStream in) throws IOException {
        var attendance = new Attendance();
        attendance.openedAt = readInstant(in);
        if (attendance.isOpen()) {
            attendance.countedTo = required(readInstant(in));
            attendance.presentSeconds = readFinite(in);
            attendance.absentSeconds = readFinite(in);
        }
        return attendance;
    }

    private static Line readLine(DataInputStream in, OptionalLong ruleId) throws IOException {
        var line = new Line(ruleId);
        int settled = readCount(in, KINDS_MAX);
        for (int i = 0; i < settled; i++) {
            line.settle(readKind(in), required(readInstant(in)));
        }
        int open = readCount(in, KINDS_MAX);
        for (int i = 0; i < open; i++) {
            var finding = new OpenFinding(
                    readKind(in),
                    required(readInstant(in)),
                    required(readInstant(in)),
                    readFinite(in),
                    in.readInt(),
                    readWeighed(in, OpenFinding.CONVINCING_MAX));
            finding.place = in.readBoolean() ? OptionalLong.of(in.readLong()) : OptionalLong.empty();
            line.begin(finding);
        }
        return line;
    }

    private static FindingKind readKind(DataInputStream in) throws IOException {
        return FindingKind.valueOf(in.readUTF());
    }

    private static int crc(byte[] bytes, int length) {
        var crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
