package org.guitu.web.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.jdbi.v3.core.Handle;

/**
 * People on the books who may be the one that is being entered.
 *
 * @param seen those the acting staff may see
 * @param elsewhere how many others there are
 * @param mark stands for exactly these people; sent back with the form it says that they were looked at and are others
 */
public record Similar(List<Match> seen, int elsewhere, String mark) {

    /** One of them. */
    public record Match(long id, String name, String caseNumber, LocalDate bornOn, String organisationName) {}

    private record Candidate(Match match, String latinName, boolean visible) {}

    private static final int CANDIDATES_MAX = 5_000;
    private static final Similar NONE = new Similar(List.of(), 0, "");

    public Similar {
        seen = List.copyOf(seen);
    }

    public boolean isEmpty() {
        return seen.isEmpty() && elsewhere == 0;
    }

    /** Looks among those whose birth date is near, through its index: without a birth date nobody is found. */
    static Similar find(Handle handle, Staff staff, PersonDraft draft) {
        if (draft.bornOn().isEmpty() || draft.name().isEmpty()) {
            return NONE;
        }
        List<Candidate> alike = handle
                .createQuery("""
                        select p.person_id, p.name, p.latin_name, p.case_number, p.born_on, o.name as organisation_name,
                               o.path like :scope || '%' and (not p.minor or :minors) as visible
                          from supervision.person p
                          join supervision.assignment a on a.person_id = p.person_id and a.superseded_at is null and a.valid_to is null
                          join supervision.organisation o on o.organisation_id = a.organisation_id
                         where p.born_on = any(cast(:dates as date[])) order by p.person_id limit :limit""")
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .bindArray(
                        "dates",
                        String.class,
                        Likeness.nearDates(draft.bornOn().get()).stream()
                                .map(LocalDate::toString)
                                .toList())
                .bind("limit", CANDIDATES_MAX)
                .map((row, context) -> new Candidate(
                        new Match(
                                row.getLong("person_id"),
                                row.getString("name"),
                                row.getString("case_number"),
                                row.getObject("born_on", LocalDate.class),
                                row.getString("organisation_name")),
                        row.getString("latin_name"),
                        row.getBoolean("visible")))
                .stream()
                .filter(candidate -> Likeness.alike(
                        draft.name(), draft.latinName(), candidate.match().name(), candidate.latinName()))
                .toList();
        List<Match> seen =
                alike.stream().filter(Candidate::visible).map(Candidate::match).toList();
        return alike.isEmpty() ? NONE : new Similar(seen, alike.size() - seen.size(), mark(alike));
    }

    private static String mark(List<Candidate> alike) {
        String ids = alike.stream().map(one -> Long.toString(one.match().id())).collect(Collectors.joining(","));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(ids.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
