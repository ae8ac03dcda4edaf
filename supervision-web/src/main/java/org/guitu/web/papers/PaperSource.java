package org.guitu.web.papers;

import java.util.List;
import org.guitu.web.access.Staff;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;

/** What a feature knows of a person that papers may say. Given to the assembly; each has a prefix of its own, e.g. {@code leave.}. */
public interface PaperSource {

    /** Every fact it may fill: what templates may name, and what the page about templates lists. */
    List<FactName> offers();

    /**
     * Fills what is known. Called in the transaction of the paper; must only read.
     *
     * @param kind of the paper: one that answers another event may say something else
     */
    void fill(Handle handle, Staff staff, Person person, PaperKind kind, PaperFacts facts);
}
