package org.guitu.web.exchange;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.guitu.web.http.Json;
import org.guitu.web.people.IdentityNumber;

/** Reads a message of the wire and finds what the schema does not allow. Pure. */
final class MessageReader {

    /** What became of the bytes. */
    sealed interface Reading {
        record Read(Message message) implements Reading {}

        /** Not a message of ours; the reasons name members, never values. */
        record Malformed(List<String> reasons) implements Reading {}
    }

    static final int TEXT_MAX = 4000;
    static final int WORDS_MAX = 200;
    static final int NAME_MAX = 60;
    static final int NUMBER_MAX = 80;

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,39}");

    private static final ObjectReader READER =
            Json.mapper().readerFor(Message.class).with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    private MessageReader() {}

    static Reading read(byte[] content) {
        Message message;
        try {
            message = READER.readValue(content);
        } catch (JacksonException malformed) {
            return new Reading.Malformed(List.of("not a message of schema version " + Message.SCHEMA_VERSION));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory failed", impossible);
        }
        List<String> reasons = new ArrayList<>();
        envelope(message, reasons);
        if (reasons.isEmpty()) {
            about(message.about(), reasons);
            body(message, reasons);
        }
        return reasons.isEmpty() ? new Reading.Read(message) : new Reading.Malformed(List.copyOf(reasons));
    }

    /** What JSON left out is null here, whatever the record says. */
    @SuppressWarnings("ConstantConditions")
    private static void envelope(Message message, List<String> reasons) {
        want(message.schemaVersion() == Message.SCHEMA_VERSION, "schemaVersion", reasons);
        want(message.id() != null, "id", reasons);
        want(message.kind() != null, "kind", reasons);
        want(message.from() != null && CODE.matcher(message.from()).matches(), "from", reasons);
        want(message.to() != null && CODE.matcher(message.to()).matches(), "to", reasons);
        want(message.createdAt() != null, "createdAt", reasons);
        want(message.sequence() > 0, "sequence", reasons);
        want(message.about() != null, "about", reasons);
        want(message.body() != null, "body", reasons);
    }

    private static void about(About about, List<String> reasons) {
        want(words(about.caseNumber(), NUMBER_MAX), "about.caseNumber", reasons);
        want(words(about.name(), NAME_MAX), "about.name", reasons);
        want(
                about.identityNumber()
                        .map(number -> IdentityNumber.parse(number).isPresent())
                        .orElse(true),
                "about.identityNumber",
                reasons);
    }

    private static void body(Message message, List<String> reasons) {
        NoticeBody body = message.body();
        day(body.day(), "body.day", reasons);
        day(body.until(), "body.until", reasons);
        want(words(body.documentNumber(), NUMBER_MAX), "body.documentNumber", reasons);
        want(words(body.reason(), TEXT_MAX), "body.reason", reasons);
        want(words(body.place(), WORDS_MAX), "body.place", reasons);
        want(words(body.text(), TEXT_MAX), "body.text", reasons);
        boolean entering = message.kind() == NoticeKind.DECISION || message.kind() == NoticeKind.INMATE_INFORMATION;
        want(entering || body.person().isEmpty(), "body.person", reasons);
        body.person().ifPresent(person -> person(person, reasons));
    }

    private static void person(PersonFacts person, List<String> reasons) {
        day(person.bornOn(), "body.person.bornOn", reasons);
        day(person.termFrom(), "body.person.termFrom", reasons);
        day(person.termTo(), "body.person.termTo", reasons);
        want(words(person.phone(), 40), "body.person.phone", reasons);
        want(words(person.address(), WORDS_MAX), "body.person.address", reasons);
    }

    private static void day(Optional<LocalDate> day, String member, List<String> reasons) {
        want(day.map(date -> date.getYear() >= 1900 && date.getYear() < 2200).orElse(true), member, reasons);
    }

    private static boolean words(Optional<String> words, int max) {
        return words.map(text -> words(text, max)).orElse(true);
    }

    /** Not blank, not too long, no control characters but line ends and tabs. */
    private static boolean words(String text, int max) {
        return text != null
                && !text.isBlank()
                && text.codePointCount(0, text.length()) <= max
                && text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
    }

    private static void want(boolean good, String member, List<String> reasons) {
        if (!good) {
            reasons.add(member);
        }
    }
}
