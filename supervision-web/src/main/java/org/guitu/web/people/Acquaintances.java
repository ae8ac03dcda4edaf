package org.guitu.web.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.people.Similar.Match;
import org.jdbi.v3.core.Handle;

/** Those on the books by their birth date, to be compared with whom is being entered. Not thread-safe. */
final class Acquaintances {

    private record Known(Match match, Likeness.Name name, boolean visible) {}

    private final Map<LocalDate, List<Known>> byBirth = new HashMap<>();

    private Acquaintances() {}

    /** Everyone born on a day near that of any of these, through the index: who has no birth date is compared with nobody. */
    static Acquaintances of(Handle handle, Staff staff, Collection<PersonDraft> drafts) {
        Set<String> dates = drafts.stream()
                .flatMap(draft -> draft.bornOn().stream())
                .flatMap(born -> Likeness.nearDates(born).stream())
                .map(LocalDate::toString)
                .collect(Collectors.toSet());
        Acquaintances known = new Acquaintances();
        if (dates.isEmpty()) {
            return known;
        }
        handle.createQuery("""
                        select p.person_id, p.name, p.latin_name, p.case_number, p.born_on, o.name as organisation_name,
                               o.path like :scope || '%' and (not p.minor or :minors) as visible
                          from supervision.person p
                          join supervision.assignment a on a.person_id = p.person_id and a.superseded_at is null and a.valid_to is null
                          join supervision.organisation o on o.organisation_id = a.organisation_id
                         where p.born_on = any(cast(:dates as date[])) order by p.person_id""")
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .bindArray("dates", String.class, dates)
                .map((row, context) -> new Known(
                        new Match(
                                row.getLong("person_id"),
                                row.getString("name"),
                                row.getString("case_number"),
                                row.getObject("born_on", LocalDate.class),
                                row.getString("organisation_name")),
                        Likeness.Name.of(row.getString("name"), row.getString("latin_name")),
                        row.getBoolean("visible")))
                .forEach(one -> known.byBirth
                        .computeIfAbsent(one.match().bornOn(), day -> new ArrayList<>())
                        .add(one));
        return known;
    }

    /** Who of them may be this one. */
    Similar to(PersonDraft draft) {
        if (draft.bornOn().isEmpty() || draft.name().isEmpty()) {
            return Similar.NONE;
        }
        Likeness.Name name = Likeness.Name.of(draft.name(), draft.latinName());
        List<Known> alike = Likeness.nearDates(draft.bornOn().get()).stream()
                .flatMap(day -> byBirth.getOrDefault(day, List.of()).stream())
                .filter(one -> Likeness.alike(name, one.name()))
                .toList();
        if (alike.isEmpty()) {
            return Similar.NONE;
        }
        List<Match> seen =
                alike.stream().filter(Known::visible).map(Known::match).toList();
        return new Similar(seen, alike.size() - seen.size(), mark(alike.stream().map(Known::match)));
    }

    /** Someone entered just now, to be compared with those who follow. */
    void add(Match newcomer, String latinName) {
        byBirth.computeIfAbsent(newcomer.bornOn(), day -> new ArrayList<>())
                .add(new Known(newcomer, Likeness.Name.of(newcomer.name(), latinName), true));
    }

    private static String mark(Stream<Match> alike) {
        String ids = alike.map(one -> Long.toString(one.id())).sorted().collect(Collectors.joining(","));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(ids.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
