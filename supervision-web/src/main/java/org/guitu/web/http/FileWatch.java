package org.guitu.web.http;

import org.guitu.web.access.Staff;

/** Told whenever somebody read a page of a person's file, or what the API answers of it, in the thread that answers. */
@FunctionalInterface
public interface FileWatch {
    void opened(Staff reader, long personId);
}
