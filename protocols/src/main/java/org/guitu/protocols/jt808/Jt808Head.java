package org.guitu.protocols.jt808;

import io.netty.buffer.ByteBuf;
import java.util.Optional;
import org.guitu.protocols.Octets;
import org.guitu.protocols.jt808.Jt808Header.Edition;

/**
 * The head of a frame on the wire (§4.4.3, table 2).
 *
 * @param attributes bits 0-9 body length, 10-12 encryption, 13 sub-package, 14 the 2019 edition, 15 reserved
 * @param total packages in all, 1 without bit 13
 * @param index this package, from 1
 * @param size bytes of the head
 */
record Jt808Head(int messageId, int attributes, Jt808Header header, int total, int index, int size) {

    static final int MAX_BODY_BYTES = 0x3FF;

    private static final int ENCRYPTION = 0x1C00;
    private static final int RSA = 1 << 10;
    private static final int SUB_PACKAGE = 1 << 13;
    private static final int EDITION_2019 = 1 << 14;
    private static final int PROTOCOL_VERSION_2019 = 1;

    /** Reads the head; empty if the content is shorter than one. */
    static Optional<Jt808Head> read(Octets content) {
        if (content.size() < 4) {
            return Optional.empty();
        }
        int messageId = content.u16(0);
        int attributes = content.u16(2);
        if (isPadlock(messageId)) {
            return readPadlock(content, messageId, attributes);
        }
        boolean is2019 = (attributes & EDITION_2019) != 0;
        boolean divided = (attributes & SUB_PACKAGE) != 0;
        Edition edition = is2019 ? Edition.EDITION_2019 : Edition.EDITION_2013;
        int phoneAt = is2019 ? 5 : 4;
        int serialAt = phoneAt + edition.phoneBytes();
        int size = serialAt + 2 + (divided ? 4 : 0);
        if (content.size() < size) {
            return Optional.empty();
        }
        Jt808Header header =
                new Jt808Header(edition, content.slice(phoneAt, serialAt).hex(), content.u16(serialAt));
        int total = divided ? content.u16(serialAt + 2) : 1;
        int index = divided ? content.u16(serialAt + 4) : 1;
        return Optional.of(new Jt808Head(messageId, attributes, header, total, index, size));
    }

    /** Padlocks of one vendor use a one-byte serial and give bits 10-15 another meaning. */
    private static Optional<Jt808Head> readPadlock(Octets content, int messageId, int attributes) {
        if (content.size() < 11) {
            return Optional.empty();
        }
        Jt808Header header =
                new Jt808Header(Edition.EDITION_2013, content.slice(4, 10).hex(), content.u8(10));
        return Optional.of(new Jt808Head(messageId, attributes & MAX_BODY_BYTES, header, 1, 1, 11));
    }

    private static boolean isPadlock(int messageId) {
        return messageId == Jt808MessageId.PADLOCK_STATUS || messageId == Jt808MessageId.PADLOCK_EVENT;
    }

    int bodyLength() {
        return attributes & MAX_BODY_BYTES;
    }

    boolean encrypted() {
        return (attributes & ENCRYPTION) != 0;
    }

    boolean divided() {
        return total != 1 || index != 1;
    }

    /** Writes the head of a message whose body has that many bytes. */
    static void write(Jt808Message message, int bodyLength, ByteBuf out) {
        Jt808Header header = message.header();
        boolean is2019 = header.edition() == Edition.EDITION_2019;
        boolean divided = message instanceof Jt808Message.Fragment;
        out.writeShort(message.messageId());
        int flags = (is2019 ? EDITION_2019 : 0) | (divided ? SUB_PACKAGE : 0);
        out.writeShort(bodyLength | flags | (message instanceof Jt808Message.Encrypted ? RSA : 0));
        if (is2019) {
            out.writeByte(PROTOCOL_VERSION_2019);
        }
        Octets.ofHex(header.phoneHex()).writeTo(out);
        if (isPadlock(message.messageId())) {
            out.writeByte(header.serial());
            return;
        }
        out.writeShort(header.serial());
        if (message instanceof Jt808Message.Fragment fragment) {
            out.writeShort(fragment.total()).writeShort(fragment.index());
        }
    }
}
