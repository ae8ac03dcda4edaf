package org.guitu.web.alerts;

import org.jspecify.annotations.Nullable;

/**
 * An alert with the names that a reader needs beside it.
 *
 * @param personName as people write it
 * @param caseNumber of the person's file
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
        String organisation,
        String scope,
        @Nullable Long officerId,
        @Nullable String zoneName,
        @Nullable String otherName,
        @Nullable String acknowledgedName,
        @Nullable String resolvedName) {}
