package org.guitu.protocols.jt808;

import java.util.List;
import org.guitu.protocols.Octets;

/** Every message of the format that this platform reads or writes; the rest are {@link Unknown}. */
public sealed interface Jt808Message {

    Jt808Header header();

    /** The 16-bit message id. */
    int messageId();

    /**
     * 0x0100, a terminal asks to be registered (§8.5). Texts are GBK, without their padding.
     *
     * @param plate for vehicles; wearables send anything
     */
    record Register(
            Jt808Header header,
            int province,
            int city,
            String maker,
            String model,
            String terminalId,
            int plateColour,
            String plate)
            implements Jt808Message {
        @Override
        public int messageId() {
            return Jt808MessageId.REGISTER;
        }
    }

    /**
     * 0x0102, a terminal shows the code it was given (§8.8).
     *
     * @param imei 2019 only, else empty
     * @param softwareVersion 2019 only, else empty
     */
    record Authenticate(Jt808Header header, String code, String imei, String softwareVersion) implements Jt808Message {

        public Authenticate(Jt808Header header, String code) {
            this(header, code, "", "");
        }

        @Override
        public int messageId() {
            return Jt808MessageId.AUTHENTICATE;
        }
    }

    /**
     * 0x0002, a sign of life (§8.3).
     *
     * @param extra empty by the standard; one family appends battery percent, signal and state
     */
    record Heartbeat(Jt808Header header, Octets extra) implements Jt808Message {

        public Heartbeat(Jt808Header header) {
            this(header, Octets.EMPTY);
        }

        @Override
        public int messageId() {
            return Jt808MessageId.HEARTBEAT;
        }
    }

    /** 0x0003, the terminal leaves in good order (§8.7). */
    record Logout(Jt808Header header) implements Jt808Message {
        @Override
        public int messageId() {
            return Jt808MessageId.LOGOUT;
        }
    }

    /** 0x0200, one location report (§8.18). */
    record Location(Jt808Header header, Jt808Location location) implements Jt808Message {
        @Override
        public int messageId() {
            return Jt808MessageId.LOCATION;
        }
    }

    /** 0x0201, the answer to {@link LocateNow} (§8.19). Not necessarily a fresh fix: devices answer with their last known place. */
    record LocationAnswer(Jt808Header header, int ackSerial, Jt808Location location) implements Jt808Message {
        @Override
        public int messageId() {
            return Jt808MessageId.LOCATION_ANSWER;
        }
    }

    /**
     * 0x0704, several location reports at once (§8.49).
     *
     * @param type 0 ordinary, 1 late data from the blind zone
     * @param locations what could be read, in the order sent
     * @param unreadable items that were promised and could not be read
     */
    record Batch(Jt808Header header, int type, List<Jt808Location> locations, int unreadable) implements Jt808Message {

        /** {@link #type} of data kept while there was no network. */
        public static final int TYPE_LATE = 1;

        public Batch {
            locations = List.copyOf(locations);
        }

        @Override
        public int messageId() {
            return Jt808MessageId.BATCH;
        }
    }

    /** 0x0210, a vendor's batch with one-byte lengths and no head. */
    record CompactBatch(Jt808Header header, List<Jt808Location> locations, int unreadable) implements Jt808Message {

        public CompactBatch {
            locations = List.copyOf(locations);
        }

        @Override
        public int messageId() {
            return Jt808MessageId.COMPACT_BATCH;
        }
    }

    /** 0x0210 with a body of seven bytes: battery percent and the device's time, no place. */
    record CompactStatus(Jt808Header header, int batteryPercent, Octets time) implements Jt808Message {
        @Override
        public int messageId() {
            return Jt808MessageId.COMPACT_BATCH;
        }
    }

    /**
     * 0x0001, the terminal's general reply (§8.1).
     *
     * @param ackSerial serial of the platform's message
     * @param result 0 done, 1 failed, 2 message wrong, 3 not supported
     */
    record TerminalReply(Jt808Header header, int ackSerial, int ackMessageId, int result) implements Jt808Message {
        @Override
        public int messageId() {
            return Jt808MessageId.TERMINAL_REPLY;
        }
    }

    /** 0x0104, the terminal's parameters (§8.11). */
    record ParametersAnswer(Jt808Header header, int ackSerial, List<Jt808Parameter> parameters)
            implements Jt808Message {

        public ParametersAnswer {
            parameters = List.copyOf(parameters);
        }

        @Override
        public int messageId() {
            return Jt808MessageId.PARAMETERS_ANSWER;
        }
    }

    /**
     * A piece of a message too long for one frame (§4.4.4); never to be read as a message by itself.
     *
     * @param total pieces in all
     * @param index 1 to {@code total}
     */
    record Fragment(Jt808Header header, int messageId, int total, int index, Octets body) implements Jt808Message {}

    /** A message whose body is enciphered (attributes, bits 10 to 12); this platform has no keys. */
    record Encrypted(Jt808Header header, int messageId, Octets body) implements Jt808Message {}

    /** A message of a type this platform does not read. */
    record Unknown(Jt808Header header, int messageId, Octets body) implements Jt808Message {}

    /**
     * 0x8001, the platform's general reply (§8.2).
     *
     * @param result 0 done, 1 failed, 2 message wrong, 3 not supported, 4 alarm handled
     */
    record PlatformReply(Jt808Header header, int ackSerial, int ackMessageId, int result) implements Jt808Message {
        @Override
        public int messageId() {
            return Jt808MessageId.PLATFORM_REPLY;
        }
    }

    /**
     * 0x8100, the answer to {@link Register} (§8.6).
     *
     * @param result 0 done, 1 vehicle registered already, 2 no such vehicle, 3 terminal registered already, 4 no such terminal
     * @param authCode empty unless done
     */
    record RegisterReply(Jt808Header header, int ackSerial, int result, String authCode) implements Jt808Message {
        @Override
        public int messageId() {
            return Jt808MessageId.REGISTER_REPLY;
        }
    }

    /** 0x8003, the platform asks for missing fragments (§8.4). */
    record ResendFragments(Jt808Header header, int firstSerial, List<Integer> indexes) implements Jt808Message {

        public ResendFragments {
            indexes = List.copyOf(indexes);
        }

        @Override
        public int messageId() {
            return Jt808MessageId.RESEND_FRAGMENTS;
        }
    }

    /** 0x8103, new parameters for the terminal (§8.9). */
    record SetParameters(Jt808Header header, List<Jt808Parameter> parameters) implements Jt808Message {

        public SetParameters {
            parameters = List.copyOf(parameters);
        }

        @Override
        public int messageId() {
            return Jt808MessageId.SET_PARAMETERS;
        }
    }

    /**
     * 0x8105, a command to the terminal itself (§8.15): 3 power off, 4 reset, 5 factory reset and others.
     *
     * @param arguments for commands 1 and 2, else empty
     */
    record Control(Jt808Header header, int command, Octets arguments) implements Jt808Message {
        @Override
        public int messageId() {
            return Jt808MessageId.CONTROL;
        }
    }

    /** 0x8201, where are you now? (§8.20) */
    record LocateNow(Jt808Header header) implements Jt808Message {
        @Override
        public int messageId() {
            return Jt808MessageId.LOCATE_NOW;
        }
    }

    /**
     * 0x8202, report more often for a while (§8.21).
     *
     * @param intervalSeconds 0 stops
     */
    record TrackFor(Jt808Header header, int intervalSeconds, long validitySeconds) implements Jt808Message {
        @Override
        public int messageId() {
            return Jt808MessageId.TRACK_FOR;
        }
    }

    /**
     * 0x8300, a text to the wearer (§8.22), GBK.
     *
     * @param flag bit 0 urgent, 2 display, 3 read out
     * @param type 2019 only: 1 notice, 2 service; else 0
     */
    record Text(Jt808Header header, int flag, int type, String text) implements Jt808Message {
        @Override
        public int messageId() {
            return Jt808MessageId.TEXT;
        }
    }
}
