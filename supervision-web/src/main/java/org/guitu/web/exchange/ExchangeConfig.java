package org.guitu.web.exchange;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How messages are exchanged.
 *
 * @param keyFile our signing key, made there if it is not; empty: nothing is sent or received by wire, notices wait for paper
 * @param plainHttp whether partners may be reached without TLS; else only on this machine itself
 * @param pollEvery how often the outbox is looked through
 * @param retryFirst how long after a failure the first new attempt is made; doubled with each
 * @param retryMax the longest pause between two attempts; there is no last attempt
 * @param timeout of one attempt
 * @param ageMax how old a message may be that arrives for the first time
 * @param bytesMax longest message
 */
public record ExchangeConfig(
        Optional<Path> keyFile,
        boolean plainHttp,
        Duration pollEvery,
        Duration retryFirst,
        Duration retryMax,
        Duration timeout,
        Duration ageMax,
        int bytesMax) {

    public ExchangeConfig {
        if (retryFirst.isNegative() || retryFirst.isZero() || retryFirst.compareTo(retryMax) > 0) {
            throw new IllegalArgumentException("retryFirst must be positive and no longer than retryMax");
        }
        if (bytesMax < 1024) {
            throw new IllegalArgumentException("bytesMax must be at least 1024, not " + bytesMax);
        }
    }

    /** No key, so nothing by wire; TLS only; five seconds to an hour between attempts; thirty days; a million bytes. */
    public static ExchangeConfig defaults() {
        return new ExchangeConfig(
                Optional.empty(),
                false,
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofHours(1),
                Duration.ofSeconds(15),
                Duration.ofDays(30),
                1_000_000);
    }

    public ExchangeConfig withKeyFile(Path file) {
        return new ExchangeConfig(
                Optional.of(file), plainHttp, pollEvery, retryFirst, retryMax, timeout, ageMax, bytesMax);
    }

    public ExchangeConfig withPlainHttp(boolean allowed) {
        return new ExchangeConfig(keyFile, allowed, pollEvery, retryFirst, retryMax, timeout, ageMax, bytesMax);
    }

    /** For tests, which do not wait. */
    public ExchangeConfig withPace(Duration poll, Duration first) {
        return new ExchangeConfig(keyFile, plainHttp, poll, first, retryMax, timeout, ageMax, bytesMax);
    }
}
