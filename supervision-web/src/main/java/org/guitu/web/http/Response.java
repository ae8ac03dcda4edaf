package org.guitu.web.http;

import java.util.List;

/** A reply in bytes, ready to be written by the event loop. */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Response(int status, String contentType, byte[] bytes, List<Reply.Header> headers) {}
