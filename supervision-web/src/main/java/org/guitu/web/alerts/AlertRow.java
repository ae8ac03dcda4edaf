package org.guitu.web.alerts;

import org.guitu.web.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * An alert with the names that a reader needs beside it.
 *
 * @param personName as people write it; of a minor whose file the reader may not see, {@link #masked}
 * @param caseNumber of the person's file; {@code ""} where it is hidden
 * @param hidden whether it is a minor whose file the reader may not see
 * @param organisation responsible for the person
 * @param scope path of that organisation
 * @param officerId of the staff responsible for the person
 * @param zoneName of the rule broken, if it has a name
 * @param otherName of the second person, if there is one and the reader may see that person
 * @param acknowledgedName who took it on
 * @param resolvedName who judged it
 */
public record AlertRow(
        Alert alert,
        String personName,
        String caseNumber,
        boolean hidden,
        String organisation,
        String scope,
        @Nullable Long officerId,
        @Nullable String zoneName,
        @Nullable String otherName,
        @Nullable String acknowledgedName,
        @Nullable String resolvedName) {

    private static final int TAIL_LENGTH = 4;

    /** What stands in place of a name: the end of the case number, by which those who may see the file know whom it means. */
    static String masked(String caseNumber) {
        return "***·" + tail(caseNumber);
    }

    /** The name, or in words that it is a minor's. */
    String personName(Page page) {
        return hidden ? page.text("alerts.minor", personName.substring(personName.indexOf('·') + 1)) : personName;
    }

    private static String tail(String caseNumber) {
        return caseNumber.substring(Math.max(0, caseNumber.length() - TAIL_LENGTH));
    }
}
