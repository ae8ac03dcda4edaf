package org.guitu.web.http;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How the web role is run.
 *
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param tls the key store for HTTPS; empty for plain HTTP behind a proxy or on one's own machine
 * @param behindProxy whether a reverse proxy in front says by {@code X-Forwarded-For} and {@code X-Forwarded-Proto} who asks and how; else those
 *     headers are ignored, for anyone may send them
 * @param bodyBytesMax longest request body; a longer one is answered 413
 * @param sessionIdle how long a session lives without a request
 * @param sessionAbsolute how long a session lives at most
 * @param zone for readers whose organisation is not known yet
 */
public record WebConfig(
        String host,
        int port,
        Optional<Tls> tls,
        boolean behindProxy,
        int bodyBytesMax,
        Duration sessionIdle,
        Duration sessionAbsolute,
        ZoneId zone) {

    /** A PKCS#12 key store with the server's key and certificate. */
    public record Tls(Path keyStore, String password) {}

    public WebConfig {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be 0-65535, not " + port);
        }
        if (bodyBytesMax < 1024) {
            throw new IllegalArgumentException("bodyBytesMax must be at least 1024, not " + bodyBytesMax);
        }
        if (sessionIdle.isNegative() || sessionIdle.isZero() || sessionIdle.compareTo(sessionAbsolute) > 0) {
            throw new IllegalArgumentException("sessionIdle must be positive and no longer than sessionAbsolute");
        }
    }

    /** Port 8080 on all addresses, 1 MiB bodies, half an hour idle, twelve hours in all. */
    public static WebConfig defaults() {
        return new WebConfig(
                "0.0.0.0",
                8080,
                Optional.empty(),
                false,
                1 << 20,
                Duration.ofMinutes(30),
                Duration.ofHours(12),
                ZoneId.of("Asia/Shanghai"));
    }

    public WebConfig withPort(int other) {
        return new WebConfig(host, other, tls, behindProxy, bodyBytesMax, sessionIdle, sessionAbsolute, zone);
    }

    public WebConfig withHost(String other) {
        return new WebConfig(other, port, tls, behindProxy, bodyBytesMax, sessionIdle, sessionAbsolute, zone);
    }

    public WebConfig withTls(Tls other) {
        return new WebConfig(
                host, port, Optional.of(other), behindProxy, bodyBytesMax, sessionIdle, sessionAbsolute, zone);
    }

    public WebConfig withBehindProxy(boolean other) {
        return new WebConfig(host, port, tls, other, bodyBytesMax, sessionIdle, sessionAbsolute, zone);
    }
}
