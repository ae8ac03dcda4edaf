package org.guitu.protocols.decode;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guitu.protocols.Octets;
import org.guitu.protocols.jt808.Jt808Header.Edition;
import org.guitu.protocols.jt808.Jt808Message;
import org.guitu.protocols.jt808.Jt808Parameter;

/** JT/T 808 messages and replies in neutral words. */
final class Jt808Words {

    private static final int FIRST_DOWNLINK = 0x8000;

    private Jt808Words() {}

    /** The words that every message has. */
    static Map<String, Object> head(int frame, String kind, Jt808Message message) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("frame", frame);
        words.put("kind", kind);
        words.put("deviceId", message.header().deviceId());
        words.put("deviceIdHex", message.header().phoneHex());
        words.put("msgId", id(message.messageId()));
        words.put("serial", message.header().serial());
        words.put("version2019", message.header().edition() == Edition.EDITION_2019);
        if (message.messageId() >= FIRST_DOWNLINK) {
            words.put("downlink", true);
            words.put("phoneBcd", message.header().phoneHex());
        }
        return words;
    }

    /** What sort of message carries no report. */
    static String kind(Jt808Message message) {
        return switch (message) {
            case Jt808Message.Register m -> "login";
            case Jt808Message.Authenticate m -> "login";
            case Jt808Message.TerminalReply m -> "response";
            case Jt808Message.ParametersAnswer m -> "response";
            default -> "other";
        };
    }

    /** The words of the body, beyond what its reports say. */
    static void putBody(Jt808Message message, Map<String, Object> words) {
        switch (message) {
            case Jt808Message.Register m -> putRegister(m, words);
            case Jt808Message.Authenticate m -> {
                words.put("authCode", m.code());
                words.put("imei", m.imei());
                words.put("softwareVersion", m.softwareVersion());
            }
            case Jt808Message.TerminalReply m -> putReply(m.ackSerial(), m.ackMessageId(), m.result(), words);
            case Jt808Message.PlatformReply m -> putReply(m.ackSerial(), m.ackMessageId(), m.result(), words);
            case Jt808Message.RegisterReply m -> {
                words.put("ackSerial", m.ackSerial());
                words.put("result", m.result());
                words.put("authCode", m.authCode());
            }
            case Jt808Message.LocationAnswer m -> words.put("ackSerial", m.ackSerial());
            case Jt808Message.ParametersAnswer m -> {
                words.put("ackSerial", m.ackSerial());
                words.put("param", parameters(m.parameters()));
            }
            case Jt808Message.SetParameters m -> words.put("param", parameters(m.parameters()));
            case Jt808Message.Text m -> {
                words.put("flag", m.flag());
                words.put("textType", m.type());
                words.put("text", m.text());
            }
            case Jt808Message.Control m -> {
                words.put("command", m.command());
                words.put("arguments", m.arguments().hex());
            }
            case Jt808Message.TrackFor m -> {
                words.put("intervalSeconds", m.intervalSeconds());
                words.put("validitySeconds", m.validitySeconds());
            }
            case Jt808Message.ResendFragments m -> {
                words.put("firstSerial", m.firstSerial());
                words.put("fragments", m.indexes());
            }
            case Jt808Message.Unknown m -> putUnknown(m.body(), words);
            default -> {}
        }
    }

    /** A reply as a device would read it; its own serial is the server's to choose. */
    static Map<String, Object> reply(Jt808Message reply) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("msgId", id(reply.messageId()));
        putBody(reply, words);
        words.put("phoneHex", reply.header().phoneHex());
        return words;
    }

    private static void putRegister(Jt808Message.Register message, Map<String, Object> words) {
        words.put("provinceId", message.province());
        words.put("cityId", message.city());
        words.put("manufacturer", message.maker());
        words.put("model", message.model());
        words.put("terminalId", message.terminalId());
        words.put("plateColour", message.plateColour());
        words.put("plate", message.plate());
    }

    private static void putReply(int ackSerial, int ackMessageId, int result, Map<String, Object> words) {
        words.put("ackSerial", ackSerial);
        words.put("ackMsgId", id(ackMessageId));
        words.put("result", result);
    }

    private static Map<String, Object> parameters(List<Jt808Parameter> parameters) {
        Map<String, Object> words = new LinkedHashMap<>();
        for (Jt808Parameter parameter : parameters) {
            words.put("%08x".formatted(parameter.id()), parameter.value().hex());
        }
        return words;
    }

    /** Vendors send plain text under ids of their own. */
    private static void putUnknown(Octets body, Map<String, Object> words) {
        String text = body.text(StandardCharsets.US_ASCII).replace('\0', ' ').strip();
        boolean printable = text.chars().allMatch(c -> (c >= ' ' && c <= '~') || c == '\r' || c == '\n');
        words.put(printable ? "text" : "bodyHex", printable ? text : body.hex());
    }

    private static String id(int messageId) {
        return "%04x".formatted(messageId);
    }
}
