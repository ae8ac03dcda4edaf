package org.guitu.web.duties;

import java.util.Optional;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Fields;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;
import org.jdbi.v3.core.Handle;

/** What a sensitive period asks of the plans by which phones are located; whoever keeps the plans answers. */
public interface PeriodPlans {

    /** Reads from the form of a period how much closer phones are to be located, as it is kept; empty for no closer. */
    Optional<String> read(Handle handle, Staff staff, Form form, Fields fields);

    /** A period was declared or ended: after the transaction that did so. */
    void follow();

    /** What is kept, in words. */
    String words(Page page, String kept);
}
