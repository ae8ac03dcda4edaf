package org.guitu.web.conduct;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.guitu.web.ui.Page;

/** Conduct in words. */
final class ConductWords {

    private ConductWords() {}

    /** What happened, and how grave or how long it was. */
    static String incident(Page page, Incident incident, LocalDate today) {
        String kind = page.text("conduct.kind." + incident.kind());
        if (incident.kind().absence()) {
            String days = Long.toString(incident.days(today));
            return page.text(incident.open() ? "conduct.incident.going-on" : "conduct.incident.absence", kind, days);
        }
        return incident.gravity()
                .map(gravity -> page.text("conduct.incident.graded", kind, page.text("conduct.gravity." + gravity)))
                .orElse(kind);
    }

    static String when(Page page, Incident incident) {
        String first = page.times().date(incident.first());
        if (!incident.kind().absence()) {
            return first;
        }
        return incident.last()
                .map(last -> page.text("conduct.span", first, page.times().date(last)))
                .orElse(page.text("conduct.since", first));
    }

    static String measure(Page page, MeasureKind kind) {
        return page.text("conduct.measure." + kind);
    }

    static String grounds(Page page, List<Ground> grounds) {
        return grounds.stream()
                .map(ground -> page.text("conduct.ground." + ground))
                .collect(Collectors.joining(page.text("conduct.and")));
    }

    /** What a measure of before is, and when it was received. */
    static String received(Page page, Received received) {
        return page.text(
                "conduct.received", measure(page, received.kind()), page.times().date(received.on()));
    }

    static String state(Page page, Measure measure) {
        String state = page.text("conduct.state." + measure.state());
        return measure.changedTo()
                .map(to -> page.text("conduct.changed", state, measure(page, to)))
                .orElse(state);
    }

    static String tone(MeasureKind kind) {
        return switch (kind) {
            case REPRIMAND -> "warn";
            case WARNING, PUBLIC_SECURITY_PROPOSAL -> "serious";
            case REVOCATION_PROPOSAL, RECALL_PROPOSAL -> "critical";
            case COMMENDATION, COMMUTATION_PROPOSAL, LENIENCY_RECOMMENDATION -> "good";
        };
    }

    /** What has happened with it and what has not yet. */
    static String progress(Page page, Measure measure) {
        List<String> parts = new ArrayList<>();
        measure.steps()
                .forEach(step -> parts.add(page.text(
                        "conduct.step.done", step(page, step), page.times().date(step.day()))));
        if (measure.state() != Measure.State.WITHDRAWN) {
            if (!measure.kind().outward() && !measure.done(Measure.StepKind.SERVED)) {
                parts.add(page.text("conduct.not-served"));
            } else if (measure.kind().outward() && !measure.done(Measure.StepKind.SENT)) {
                parts.add(page.text("conduct.not-sent"));
            }
        }
        return String.join(" · ", parts);
    }

    static String step(Page page, Measure.Step step) {
        String kind = page.text("conduct.step." + step.kind());
        return step.result()
                .map(result -> page.text("conduct.step.result", kind, page.text("conduct.result." + result)))
                .orElse(kind);
    }

    /** Where an incident was seen. */
    static String sourcePath(long personId, String source) {
        String id = source.substring(source.indexOf(':') + 1);
        return switch (source.substring(0, Math.max(0, source.indexOf(':')))) {
            case "alert" -> "/?alert=" + id;
            case "duty" -> "/people/" + personId + "/duties";
            case "session" -> "/education/sessions/" + id;
            default -> "";
        };
    }
}
