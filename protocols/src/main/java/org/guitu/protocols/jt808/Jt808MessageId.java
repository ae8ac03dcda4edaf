package org.guitu.protocols.jt808;

/** Message ids (annex A, table A.2). */
final class Jt808MessageId {

    static final int TERMINAL_REPLY = 0x0001;
    static final int HEARTBEAT = 0x0002;
    static final int LOGOUT = 0x0003;
    static final int REGISTER = 0x0100;
    static final int AUTHENTICATE = 0x0102;
    static final int PARAMETERS_ANSWER = 0x0104;
    static final int ATTRIBUTES_ANSWER = 0x0107;
    static final int UPGRADE_RESULT = 0x0108;
    static final int LOCATION = 0x0200;
    static final int LOCATION_ANSWER = 0x0201;
    /** Vendor. */
    static final int COMPACT_BATCH = 0x0210;

    static final int DRIVER_CARD = 0x0702;
    static final int BATCH = 0x0704;
    static final int MEDIA_EVENT = 0x0800;
    static final int PASS_THROUGH = 0x0900;

    /** Vendor, padlocks: a short head with a one-byte serial. */
    static final int PADLOCK_STATUS = 0x5501;

    static final int PADLOCK_EVENT = 0x5502;

    static final int PLATFORM_REPLY = 0x8001;
    static final int RESEND_FRAGMENTS = 0x8003;
    static final int REGISTER_REPLY = 0x8100;
    static final int SET_PARAMETERS = 0x8103;
    static final int CONTROL = 0x8105;
    static final int LOCATE_NOW = 0x8201;
    static final int TRACK_FOR = 0x8202;
    static final int TEXT = 0x8300;

    private Jt808MessageId() {}
}
