package org.guitu.web.conduct;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guitu.web.access.Lang;
import org.guitu.web.papers.ChineseDate;
import org.guitu.web.people.Category;
import org.guitu.web.ui.Messages;

/** Conduct as papers tell it: in Chinese, days written out, the law by its full name. Pure. */
record SanctionWords(Messages words, LocalDate today) {

    /** When, what, how grave or how long, and what was noted of it. */
    String incident(Incident incident) {
        String kind = word("kind." + incident.kind());
        String first = ChineseDate.plain(incident.first());
        String note = incident.note().isBlank() ? "" : "：" + incident.note();
        if (incident.kind().absence()) {
            String days = Long.toString(incident.days(today));
            return incident.last()
                            .map(last -> word("paper.absence", kind, first, ChineseDate.plain(last), days))
                            .orElse(word("paper.going-on", kind, first, days))
                    + note;
        }
        return incident.gravity()
                        .map(gravity -> word("paper.graded", first, kind, word("gravity." + gravity)))
                        .orElse(first + kind)
                + note;
    }

    /** A measure that came before. */
    String earlier(Measure measure) {
        return word(
                "paper.earlier",
                ChineseDate.plain(measure.decidedOn()),
                word("measure." + measure.effective()),
                measure.documentNumber());
    }

    /** What the system itself recorded of it; the rest the note says. */
    String evidence(List<Incident> incidents) {
        return joined(incidents.stream()
                .map(incident -> incident.source().replaceFirst(":.*", ""))
                .filter(source -> List.of("alert", "duty", "session").contains(source))
                .map(source -> word("paper.source." + source)));
    }

    /** The rules that were broken, and for what is put to another body the law that lets it decide. */
    String basis(MeasureKind kind, Category category, List<Incident> incidents) {
        return switch (kind) {
            case PUBLIC_SECURITY_PROPOSAL, RECALL_PROPOSAL -> word("paper.law." + kind);
            case REVOCATION_PROPOSAL -> word("paper.law." + kind + "." + category);
            case REPRIMAND, WARNING, COMMENDATION, COMMUTATION_PROPOSAL, LENIENCY_RECOMMENDATION ->
                joined(incidents.stream().map(incident -> word("paper.rule." + incident.kind())));
        };
    }

    /** The four conditions of a commendation. */
    String conditions() {
        return Arrays.stream(Commendation.Condition.values())
                .map(condition -> word("condition." + condition))
                .collect(Collectors.joining("；"));
    }

    private static String joined(Stream<String> parts) {
        return parts.distinct().collect(Collectors.joining("、"));
    }

    private String word(String key, Object... arguments) {
        return words.text(Lang.ZH, "conduct." + key, arguments);
    }
}
