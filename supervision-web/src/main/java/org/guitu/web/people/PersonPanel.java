package org.guitu.web.people;

import java.util.Optional;
import java.util.function.Function;
import org.guitu.web.access.Staff;
import org.guitu.web.ui.Page;

/** What a feature has to show on a person's page. */
@FunctionalInterface
public interface PersonPanel {

    /** Reads what is to be shown; the answer words it. Empty where this reader may not see it. */
    Optional<Function<Page, Panel>> read(Staff reader, Person person);
}
