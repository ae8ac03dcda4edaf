package org.guitu.protocols.jt808;

import io.netty.buffer.ByteBuf;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import org.guitu.protocols.Octets;
import org.guitu.protocols.jt808.Jt808Header.Edition;

/** Registration and authentication, whose layout differs between the editions. */
final class Jt808Logins {

    /** All text of the standard (§4.2). */
    static final Charset GBK = Charset.forName("GBK");

    private static final int IMEI_BYTES = 15;
    private static final int SOFTWARE_VERSION_BYTES = 20;

    private Jt808Logins() {}

    /** Sizes of maker, model and terminal id (2011 and 2013: §8.5; 2019: table 5). */
    private enum Layout {
        LAYOUT_2019(11, 30, 30),
        LAYOUT_2013(5, 20, 7),
        LAYOUT_2011(5, 8, 7);

        private final int maker;
        private final int model;
        private final int terminalId;

        Layout(int maker, int model, int terminalId) {
            this.maker = maker;
            this.model = model;
            this.terminalId = terminalId;
        }

        private int minimum() {
            return 2 + 2 + maker + model + terminalId + 1;
        }

        /** The edition's own layout, or the longest older one that the body has room for: "2013" terminals send 2011 bodies. */
        private static Optional<Layout> of(Edition edition, int bodySize) {
            return Arrays.stream(values())
                    .filter(layout -> edition == Edition.EDITION_2019 || layout != LAYOUT_2019)
                    .filter(layout -> bodySize >= layout.minimum())
                    .findFirst();
        }
    }

    static Optional<Jt808Message> readRegister(Jt808Header header, Octets body) {
        return Layout.of(header.edition(), body.size()).map(layout -> {
            int modelAt = 4 + layout.maker;
            int idAt = modelAt + layout.model;
            int colourAt = idAt + layout.terminalId;
            return new Jt808Message.Register(
                    header,
                    body.u16(0),
                    body.u16(2),
                    field(body, 4, modelAt),
                    field(body, modelAt, idAt),
                    field(body, idAt, colourAt),
                    body.u8(colourAt),
                    field(body, colourAt + 1, body.size()));
        });
    }

    static void writeRegister(Jt808Message.Register register, ByteBuf out) {
        Layout layout = register.header().edition() == Edition.EDITION_2019 ? Layout.LAYOUT_2019 : Layout.LAYOUT_2013;
        out.writeShort(register.province()).writeShort(register.city());
        writePadded(register.maker(), layout.maker, out);
        writePadded(register.model(), layout.model, out);
        writePadded(register.terminalId(), layout.terminalId, out);
        out.writeByte(register.plateColour());
        out.writeBytes(register.plate().getBytes(GBK));
    }

    /** 2011 and 2013: the body is the code. 2019: its length, the code, IMEI, software version; some send the bare code all the same. */
    static Optional<Jt808Message> readAuthenticate(Jt808Header header, Octets body) {
        if (body.isEmpty()) {
            return Optional.empty();
        }
        int codeEnd = 1 + body.u8(0);
        if (header.edition() == Edition.EDITION_2013 || codeEnd > body.size()) {
            return Optional.of(new Jt808Message.Authenticate(header, text(body, 0, body.size())));
        }
        int imeiEnd = Math.min(body.size(), codeEnd + IMEI_BYTES);
        int versionEnd = Math.min(body.size(), imeiEnd + SOFTWARE_VERSION_BYTES);
        return Optional.of(new Jt808Message.Authenticate(
                header, text(body, 1, codeEnd), text(body, codeEnd, imeiEnd), text(body, imeiEnd, versionEnd)));
    }

    static void writeAuthenticate(Jt808Message.Authenticate message, ByteBuf out) {
        byte[] code = message.code().getBytes(GBK);
        if (message.header().edition() == Edition.EDITION_2013) {
            out.writeBytes(code);
            return;
        }
        out.writeByte(code.length).writeBytes(code);
        writePadded(message.imei(), IMEI_BYTES, out);
        writePadded(message.softwareVersion(), SOFTWARE_VERSION_BYTES, out);
    }

    /** Text up to its first zero byte; what stands behind it is rubbish with some terminals. */
    private static String field(Octets body, int from, int to) {
        int end = from;
        while (end < to && body.u8(end) != 0) {
            end++;
        }
        return text(body, from, end);
    }

    /** Text without the zeros and spaces that pad it on either side. */
    private static String text(Octets body, int from, int to) {
        String padded = body.slice(from, to).text(GBK);
        int start = 0;
        int end = padded.length();
        while (start < end && padded.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && padded.charAt(end - 1) <= ' ') {
            end--;
        }
        return padded.substring(start, end);
    }

    private static void writePadded(String text, int size, ByteBuf out) {
        out.writeBytes(Arrays.copyOf(text.getBytes(GBK), size));
    }
}
