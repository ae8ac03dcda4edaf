package org.guitu.web.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in the outbox until there is a receipt. A few messages are under way at a time, each of another case or partner; while the
 * database or a partner is away it simply tries again. Several processes may run one each.
 */
final class OutboxWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);
    private static final int AT_ONCE = 16;

    private final OutboxQueue queue;
    private final Sender sender;
    private final ExchangeConfig config;
    private final InstantSource clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("exchange-outbox").daemon().factory());
    private final ExecutorService sending = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("exchange-send-", 0).factory());

    private OutboxWorker(OutboxQueue queue, Sender sender, ExchangeConfig config, InstantSource clock) {
        this.queue = queue;
        this.sender = sender;
        this.config = config;
        this.clock = clock;
    }

    static OutboxWorker start(OutboxQueue queue, Sender sender, ExchangeConfig config, InstantSource clock) {
        OutboxWorker worker = new OutboxWorker(queue, sender, config, clock);
        long millis = config.pollEvery().toMillis();
        Future<?> rounds = worker.timer.scheduleWithFixedDelay(worker::round, millis, millis, TimeUnit.MILLISECONDS);
        LOG.debug("outbox worker started: {}", rounds);
        return worker;
    }

    private void round() {
        try {
            while (!timer.isShutdown() && sendSome() > 0) {
                LOG.debug("sent some notices");
            }
        } catch (RuntimeException failure) {
            LOG.warn("cannot look through the outbox now, will try again: {}", failure.getMessage());
        }
    }

    /** Claims and sends a few; answers how many. */
    private int sendSome() {
        List<Future<?>> underWay = new ArrayList<>();
        while (underWay.size() < AT_ONCE) {
            // Longer than an attempt can last: connecting, sending and waiting.
            Optional<OutboxQueue.Claim> claim =
                    queue.claim(clock.instant(), config.timeout().multipliedBy(3));
            if (claim.isEmpty()) {
                break;
            }
            underWay.add(sending.submit(() -> attempt(claim.get())));
        }
        for (Future<?> one : underWay) {
            try {
                one.get();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return 0;
            } catch (java.util.concurrent.ExecutionException failure) {
                LOG.warn("a notice could not be sent and waits for its lease to end", failure.getCause());
            }
        }
        return underWay.size();
    }

    private void attempt(OutboxQueue.Claim claim) {
        switch (sender.send(claim)) {
            case Sender.Result.Delivered delivered ->
                queue.delivered(claim.noticeId(), delivered.receipt(), delivered.signature(), clock.instant());
            case Sender.Result.Again(String error) -> {
                Instant now = clock.instant();
                Duration pause = Backoff.after(claim.attempts(), config.retryFirst(), config.retryMax());
                queue.failed(claim.noticeId(), error, now.plus(pause));
                LOG.info(
                        "notice {} to partner {} waits {}",
                        claim.noticeId(),
                        claim.partner().id(),
                        pause);
            }
            case Sender.Result.Refused(String error) -> {
                queue.refused(claim.noticeId(), error);
                LOG.warn(
                        "notice {} was refused by partner {}",
                        claim.noticeId(),
                        claim.partner().id());
            }
        }
    }

    /** Lets what is under way come to its end and stops. */
    @Override
    public void close() {
        timer.shutdown();
        sending.shutdown();
        try {
            if (!sending.awaitTermination(2, TimeUnit.SECONDS)) {
                sending.shutdownNow();
            }
            if (!timer.awaitTermination(2, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
        sender.close();
    }
}
