package org.guitu.web.sentence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.web.calendar.SentenceTerm;
import org.guitu.web.sentence.SentenceView.Entry;
import org.guitu.web.sentence.SentenceView.Item;
import org.guitu.web.ui.Page;

/** Decisions, injunctions and terms in finished words. */
record SentenceWords(Page page, boolean edit, LocalDate today) {

    Item decision(Decision decision) {
        List<Entry> entries = new ArrayList<>();
        add(entries, "body", page.text("sentence.body-kind." + decision.bodyKind()) + " · " + decision.body());
        add(entries, "decidedOn", date(decision.decidedOn()));
        add(entries, "finalOn", decision.finalOn().map(this::date).orElse(""));
        add(entries, "servedOn", decision.servedOn().map(this::date).orElse(""));
        add(
                entries,
                "crime",
                decision.crime()
                        .map(crime -> page.text("sentence.crime." + crime))
                        .orElse(""));
        add(entries, "offence", decision.offence());
        add(entries, "sentence", decision.sentence());
        add(entries, "accomplices", decision.accomplices() ? page.text("sentence.accomplices.yes") : "");
        add(entries, "note", decision.note());
        add(entries, "reason", decision.withdrawn().orElse(""));
        boolean stands = decision.withdrawn().isEmpty();
        return new Item(
                decision.id(),
                page.text("sentence.paper." + decision.paper()) + " " + decision.documentNumber(),
                stands ? "" : page.text("sentence.withdrawn"),
                "none",
                entries,
                recorded(decision.version(), decision.recordedAt(), decision.recordedBy()),
                edit && stands,
                edit && stands ? page.text("sentence.withdraw") : "");
    }

    Item injunction(Injunction injunction) {
        List<Entry> entries = new ArrayList<>();
        add(entries, "activities", injunction.activities());
        add(entries, "places", injunction.places());
        add(entries, "contacts", injunction.contacts());
        add(entries, "reason", injunction.endReason());
        boolean lasts = injunction.endedAt().isEmpty();
        return new Item(
                injunction.id(),
                span(injunction.firstDay(), injunction.lastDay()) + " · " + injunction.documentNumber(),
                state(injunction),
                injunction.inForce(today) ? "warn" : "none",
                entries,
                recorded(injunction.version(), injunction.recordedAt(), injunction.recordedBy()),
                edit && lasts,
                edit && lasts ? page.text("sentence.end") : "");
    }

    Item term(Term term, boolean stands) {
        List<Entry> entries = new ArrayList<>();
        add(entries, "reckoning", reckoning(term));
        add(entries, "documentNumber", term.documentNumber());
        add(entries, "reason", term.reason());
        return new Item(
                term.version(),
                span(term.reckoning().first(), term.lastDay()) + " · " + page.text("sentence.change." + term.change()),
                page.text(stands ? "sentence.stands" : "sentence.superseded"),
                stands ? "good" : "none",
                entries,
                recorded(term.version(), term.recordedAt(), term.recordedBy()),
                false,
                "");
    }

    /** How the last day was found, step by step. */
    String reckoning(Term term) {
        SentenceTerm reckoning = term.reckoning();
        List<String> steps = new ArrayList<>();
        LocalDate last = new SentenceTerm(
                        reckoning.first(), reckoning.years(), reckoning.months(), reckoning.days(), 0, 0)
                .last();
        steps.add(page.text(
                "sentence.reckoning.length",
                date(reckoning.first()),
                reckoning.years(),
                reckoning.months(),
                reckoning.days(),
                date(last)));
        if (reckoning.creditedDays() > 0) {
            last = last.minusDays(reckoning.creditedDays());
            steps.add(page.text("sentence.reckoning.credit", term.heldDays(), reckoning.creditedDays(), date(last)));
        }
        if (reckoning.excludedDays() > 0) {
            steps.add(page.text("sentence.reckoning.excluded", reckoning.excludedDays(), date(term.lastDay())));
        }
        return String.join(page.text("sentence.reckoning.then"), steps);
    }

    String span(LocalDate first, LocalDate last) {
        return page.text("sentence.span", date(first), date(last));
    }

    private String state(Injunction injunction) {
        if (injunction.endedAt().isPresent()) {
            return page.text("sentence.ended");
        }
        if (injunction.inForce(today)) {
            return page.text("sentence.in-force");
        }
        return page.text(injunction.lastDay().isBefore(today) ? "sentence.over" : "sentence.coming");
    }

    private String recorded(int version, Instant at, String by) {
        return page.text("sentence.recorded", page.times().minute(at), by, version);
    }

    private String date(LocalDate day) {
        return page.times().date(day);
    }

    private void add(List<Entry> entries, String field, String value) {
        Optional.of(value)
                .filter(words -> !words.isEmpty())
                .ifPresent(words -> entries.add(new Entry(page.text("sentence." + field), words)));
    }
}
