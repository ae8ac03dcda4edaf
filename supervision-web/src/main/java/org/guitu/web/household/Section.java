package org.guitu.web.household;

import java.util.Arrays;
import java.util.List;

/** What an entry is about. */
public enum Section {
    /** A way to reach the person. */
    CONTACT,
    /** Someone of the family or near to it. */
    RELATIVE,
    /** An employer or a school. */
    OCCUPATION;

    List<EntryKind> kinds() {
        return Arrays.stream(EntryKind.values())
                .filter(kind -> kind.section() == this)
                .toList();
    }

    /** The fields its form has, in their order. */
    List<String> fields() {
        return switch (this) {
            case CONTACT -> List.of("kind", "phone", "emergency", "note", "validFrom");
            case RELATIVE ->
                List.of("kind", "name", "phone", "address", "detail", "together", "emergency", "note", "validFrom");
            case OCCUPATION -> List.of("kind", "name", "detail", "phone", "address", "note", "validFrom");
        };
    }
}
