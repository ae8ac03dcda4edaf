package org.guitu.web.http;

/** Answers one request. Runs on a virtual thread and may block; what it throws becomes an error page or a problem. */
@FunctionalInterface
public interface Handling {
    Reply handle(Request request) throws Exception;
}
