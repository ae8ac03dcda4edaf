/**
 * A private PostgreSQL server made from the binaries of the machine: for the demo, for tests, and for a laptop that has no
 * database service. It listens on 127.0.0.1 alone, keeps its data in one folder that is recognised by a marker file, runs
 * as an unprivileged user when the program was started by root, and keeps every durability setting on.
 * Not thread-safe beyond what {@link org.guitu.ingest.postgres.LocalCluster} says.
 */
@NullMarked
package org.guitu.ingest.postgres;

import org.jspecify.annotations.NullMarked;
