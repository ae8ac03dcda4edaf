package org.guitu.web.orders;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.guitu.web.form.Fields;
import org.guitu.web.http.SitePath;
import org.guitu.web.people.Person;
import org.jspecify.annotations.Nullable;

/** An application read from its form; what the law asks of it is checked here, the stored rows by {@link ApplicationService}. */
record ApplicationDraft(
        Optional<Ground> ground,
        String evidence,
        String evidenceLink,
        Optional<Long> renews,
        String assessment,
        LocalDate firstDay,
        LocalDate lastDay) {

    /**
     * Reads a form; the problems of the whole form go to {@code fields}.
     *
     * @param before the authorisation to be renewed, if it is a renewal
     * @param known all bases of the person: what goes on with one of them is a renewal too, whatever form it came in
     */
    static ApplicationDraft read(
            Person person,
            Optional<Basis> before,
            List<Basis> known,
            Instant now,
            ApplicationForm form,
            OrderLimits limits,
            LocalDate today,
            Fields fields) {
        Optional<Ground> ground = ground(form.ground(), limits, fields);
        if (form.evidence().isBlank()) {
            fields.problem("evidence", "orders.error.no-evidence");
        }
        String evidence = fields.optionalText("evidence", form.evidence(), 4000);
        String link = link(form.evidenceLink(), fields);
        LocalDate firstDay = before.map(basis -> basis.lastDay().plusDays(1))
                .orElseGet(() -> fields.date("firstDay", form.firstDay()));
        Optional<Basis> continued = before.or(() -> known.stream()
                .filter(basis -> !fields.has("firstDay") && basis.continuedBy(firstDay, now))
                .max(Comparator.comparing(Basis::lastDay)));
        String assessment = assessment(form, continued, before.isPresent(), fields);
        LocalDate lastDay = fields.date("lastDay", form.lastDay());
        ApplicationDraft draft = new ApplicationDraft(
                ground,
                evidence,
                link,
                continued
                        .filter(basis -> basis.lastDay().plusDays(1).equals(firstDay))
                        .map(Basis::id),
                assessment,
                firstDay,
                lastDay);
        draft.checkDays(person, limits, today, fields);
        return draft;
    }

    private static String assessment(ApplicationForm form, Optional<Basis> continued, boolean renewal, Fields fields) {
        if (continued.isPresent() && !renewal && form.assessment().isBlank()) {
            fields.problem(
                    "assessment", "orders.error.assessment", continued.get().lastDay());
        }
        return renewal
                ? fields.text("assessment", form.assessment(), 4000)
                : fields.optionalText("assessment", form.assessment(), 4000);
    }

    private void checkDays(Person person, OrderLimits limits, LocalDate today, Fields fields) {
        if (fields.has("firstDay") || fields.has("lastDay")) {
            return;
        }
        LongestTerm longest = limits.authorisation();
        if (firstDay.isBefore(today)) {
            fields.problem("firstDay", "orders.error.first-past", today);
        } else if (lastDay.isBefore(firstDay)) {
            fields.problem("lastDay", "orders.error.reversed");
        } else if (longest.exceeded(firstDay, lastDay)) {
            fields.problem("lastDay", "orders.error.too-long", longest.months(), firstDay, longest.lastDay(firstDay));
        } else {
            person.termTo()
                    .filter(lastDay::isAfter)
                    .ifPresent(end -> fields.problem("lastDay", "orders.error.beyond-term", end));
        }
    }

    private static Optional<Ground> ground(String raw, OrderLimits limits, Fields fields) {
        if (raw.isBlank()) {
            fields.problem("ground", "orders.error.no-ground");
        }
        Optional<Ground> ground = fields.optionalChoice("ground", raw, Ground.class);
        if (ground.isPresent() && !limits.knows(ground.get())) {
            fields.problem("ground", "ui.form.choose");
        }
        return ground;
    }

    /** A page of this site, as its path or as it was copied from the address bar. */
    private static String link(String raw, Fields fields) {
        String text = fields.optionalText("evidenceLink", raw, 300);
        if (text.isEmpty()) {
            return "";
        }
        String path = path(text);
        if (path == null || !SitePath.isLocal(path)) {
            fields.problem("evidenceLink", "orders.error.link");
            return "";
        }
        return path;
    }

    private static @Nullable String path(String text) {
        try {
            URI uri = new URI(text);
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return uri.getRawPath() == null ? null : uri.getRawPath() + query;
        } catch (URISyntaxException none) {
            return null;
        }
    }
}
