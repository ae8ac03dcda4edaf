package org.guitu.web.posts;

import java.time.LocalDate;

/**
 * Who stands in for whom.
 *
 * @param id the same in all versions
 * @param last included
 */
record Deputyship(
        long id,
        long principalId,
        String principalName,
        long staffId,
        String staffName,
        LocalDate first,
        LocalDate last,
        String reason,
        String recordedBy) {}
