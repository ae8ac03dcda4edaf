package org.guitu.web.people;

import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Staff;
import org.jdbi.v3.core.Handle;

/** One thing out of a source, {@code exchange:12}: what a new person is entered from. */
record PersonOrigin(PersonSource source, long id) {

    /** Empty where the address names none of these sources. */
    static Optional<PersonOrigin> of(List<PersonSource> sources, String address) {
        int colon = address.indexOf(':');
        if (colon < 1 || !address.substring(colon + 1).matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return sources.stream()
                .filter(source -> source.name().equals(address.substring(0, colon)))
                .map(source -> new PersonOrigin(source, Long.parseLong(address.substring(colon + 1))))
                .findFirst();
    }

    String address() {
        return source.name() + ":" + id;
    }

    Optional<PersonForm> prefill(Staff staff) {
        return source.prefill(staff, id);
    }

    void created(Handle handle, Staff staff, long personId) {
        source.created(handle, staff, id, personId);
    }
}
