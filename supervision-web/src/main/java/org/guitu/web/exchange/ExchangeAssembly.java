package org.guitu.web.exchange;

import java.time.InstantSource;
import java.util.Optional;
import org.guitu.web.audit.Audit;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.PersonSource;
import org.jdbi.v3.core.Jdbi;

/** Everything of the exchange, built top to bottom. Without a key file nothing goes by wire and the pages say so. */
public final class ExchangeAssembly implements AutoCloseable {

    private final ExchangeFeature feature;
    private final InboxService inbox;
    private final Optional<OutboxWorker> worker;

    /**
     * Builds it and starts the worker of the outbox.
     *
     * @throws RuntimeException if the key file holds no key or can be neither read nor made
     */
    public ExchangeAssembly(Jdbi jdbi, PeopleService people, Audit audit, ExchangeConfig config, InstantSource clock) {
        Optional<OwnKey> key = config.keyFile().map(OwnKey::at);
        inbox = new InboxService(jdbi, audit, clock);
        OutboxService outbox = new OutboxService(jdbi, audit, clock);
        feature = new ExchangeFeature(
                outbox,
                inbox,
                people,
                new InboxRoutes(inbox, key.isPresent()),
                new OutboxRoutes(outbox, clock, key.isPresent()),
                new PartnerRoutes(new PartnerService(jdbi, audit, config), key),
                new WireRoutes(key.map(own -> new Inbox(jdbi, own, config, clock))));
        worker = key.map(
                own -> OutboxWorker.start(new OutboxQueue(jdbi), new Sender(own, config.timeout()), config, clock));
    }

    public ExchangeFeature feature() {
        return feature;
    }

    /** The messages that bring somebody who is to be entered. */
    public PersonSource people() {
        return inbox;
    }

    @Override
    public void close() {
        worker.ifPresent(OutboxWorker::close);
    }
}
