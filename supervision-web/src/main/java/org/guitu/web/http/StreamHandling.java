package org.guitu.web.http;

/** Opens a stream of server-sent events: subscribes the stream somewhere and returns. Runs on a virtual thread and may block. */
@FunctionalInterface
public interface StreamHandling {
    void open(Request request, EventStream stream) throws Exception;
}
