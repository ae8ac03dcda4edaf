package org.guitu.web.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.guitu.web.http.Json;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes messages from the wire: checks the signature before anything else, stores, and only then acknowledges. The same message again gets the
 * same receipt. Nothing of what nobody known has signed is kept; it is counted. Thread-safe.
 */
final class Inbox {

    /** What the sender is answered. */
    sealed interface Answer {
        /**
         * Stored, now or before.
         *
         * @param before whether it was here already
         */
        @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
        record Stored(byte[] receipt, String signature, boolean before) implements Answer {}

        /**
         * Not stored.
         *
         * @param word the message key of why
         * @param reasons the members that are wrong
         */
        record Refused(int status, String word, List<String> reasons) implements Answer {}
    }

    private static final Duration AHEAD_MAX = Duration.ofHours(1);

    private final Jdbi jdbi;
    private final OwnKey key;
    private final ExchangeConfig config;
    private final InstantSource clock;
    private final InboxLinks links = new InboxLinks();

    Inbox(Jdbi jdbi, OwnKey key, ExchangeConfig config, InstantSource clock) {
        this.jdbi = jdbi;
        this.key = key;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param signature of the header, if there is one
     * @param address of whoever sent it, for the count of what is turned away
     */
    Answer accept(byte[] content, Optional<String> signature, String address) {
        if (content.length > config.bytesMax()) {
            return refused(413, "exchange.wire.large");
        }
        if (signature.isEmpty()) {
            return turnedAway(Quarantine.Reason.NO_SIGNATURE, address);
        }
        Optional<String> keyId = Signatures.keyId(signature.get());
        if (keyId.isEmpty()) {
            return turnedAway(Quarantine.Reason.MALFORMED, address);
        }
        List<Partner> partners = jdbi.withHandle(handle -> PartnerStore.ofKey(handle, keyId.get()));
        if (partners.isEmpty()) {
            return turnedAway(Quarantine.Reason.UNKNOWN_KEY, address);
        }
        if (!Signatures.verify(
                content, signature.get(), partners.getFirst().key().publicKey())) {
            return turnedAway(Quarantine.Reason.BAD_SIGNATURE, address);
        }
        return switch (MessageReader.read(content)) {
            case MessageReader.Reading.Malformed(List<String> reasons) ->
                new Answer.Refused(422, "exchange.wire.malformed", reasons);
            case MessageReader.Reading.Read(Message message) ->
                partners.stream()
                        .filter(partner -> partner.code().equals(message.from())
                                && partner.ownCode().equals(message.to()))
                        .findFirst()
                        .map(partner -> from(partner, message, content, signature.get()))
                        .orElseGet(() -> refused(403, "exchange.wire.parties"));
        };
    }

    private Answer from(Partner partner, Message message, byte[] content, String signature) {
        if (!message.kind().mayComeFrom(partner.kind())) {
            return refused(403, "exchange.wire.kind");
        }
        Optional<InboxStore.Known> known = jdbi.withHandle(handle -> InboxStore.known(handle, message.id()));
        if (known.isPresent()) {
            return again(message, content, known.get());
        }
        // Whole milliseconds: the receipt must say the same when it is made again out of the row.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (message.createdAt().isBefore(now.minus(config.ageMax()))
                || message.createdAt().isAfter(now.plus(AHEAD_MAX))) {
            return refused(422, "exchange.wire.age");
        }
        boolean stored = jdbi.inTransaction(handle -> store(handle, partner, message, content, signature, now));
        return stored
                ? receipt(message, content, now, false)
                : again(
                        message,
                        content,
                        jdbi.withHandle(handle -> InboxStore.known(handle, message.id()))
                                .orElseThrow());
    }

    private boolean store(
            Handle handle, Partner partner, Message message, byte[] content, String signature, Instant now) {
        Optional<Long> inboxId = InboxStore.insert(handle, partner, message, content, signature, now);
        inboxId.ifPresent(id -> InboxStore.meant(handle, partner.organisationId(), message.about())
                .map(personId -> PersonStore.get(handle, personId))
                .ifPresent(person -> links.link(handle, person, id, message.kind(), partner.name(), now, null)));
        return inboxId.isPresent();
    }

    private Answer again(Message message, byte[] content, InboxStore.Known known) {
        return known.digest().equals(Signatures.digest(content))
                ? receipt(message, content, known.receivedAt(), true)
                : refused(409, "exchange.wire.conflict");
    }

    private Answer receipt(Message message, byte[] content, Instant receivedAt, boolean before) {
        byte[] receipt = Json.write(new Receipt(message.id(), receivedAt, Signatures.digest(content)))
                .getBytes(StandardCharsets.UTF_8);
        return new Answer.Stored(receipt, Signatures.sign(receipt, key), before);
    }

    private Answer turnedAway(Quarantine.Reason reason, String address) {
        jdbi.useTransaction(handle -> Quarantine.count(handle, reason, address, clock.instant()));
        return refused(401, "exchange.wire.signature");
    }

    private static Answer refused(int status, String word) {
        return new Answer.Refused(status, word, List.of());
    }
}
