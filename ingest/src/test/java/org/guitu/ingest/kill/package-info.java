/** The processes of the SIGKILL test: a server that is killed, and a client that keeps what it was acknowledged. */
package org.guitu.ingest.kill;
