package org.guitu.web.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Chooses a port that nobody listens on. */
final class FreePort {
    private static final int TRIES = 50;

    private FreePort() {}

    /**
     * The wanted port, or the next free one above it.
     *
     * @param fixed the port was asked for by name: another one will not do
     */
    static int choose(int wanted, boolean fixed) {
        int last = fixed ? wanted : Math.min(wanted + TRIES, 65535);
        for (int port = wanted; port <= last; port++) {
            if (isFree(port)) {
                return port;
            }
        }
        throw new DemoException(
                "端口 %d 已被占用".formatted(wanted), "port %d is taken by another program".formatted(wanted));
    }

    static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true); // connections of the last run that linger are no obstacle to listening
            probe.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
