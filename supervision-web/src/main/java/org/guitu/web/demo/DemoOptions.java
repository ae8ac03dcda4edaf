package org.guitu.web.demo;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command line asked for.
 *
 * @param tls serve HTTPS, which phones need for their position
 * @param reset start afresh
 * @param port of the pages; empty: 8080 or the next free one
 * @param data where everything is kept
 * @param databaseUrl a JDBC address to use instead of the demo's own database
 */
record DemoOptions(boolean tls, boolean reset, Optional<Integer> port, Path data, Optional<String> databaseUrl) {}
