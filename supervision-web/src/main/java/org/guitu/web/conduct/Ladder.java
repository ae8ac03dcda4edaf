package org.guitu.web.conduct;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guitu.web.people.Category;

/**
 * What a person's conduct calls for: a reprimand, a warning, a proposal to the police, or to the body that let the person serve outside.
 * Pure: it takes facts and figures, and answers with grounds; it imposes nothing.
 *
 * <p>How it counts. An absence is counted from the day after it began: reporting ten days after the last day is 未超过十日, on the eleventh
 * it is more; a month is over on the day after the same day of the next month. "No change" is an incident that begins after the day on
 * which the last of the measures was received, so what was never served does not count. Reprimands that a warning was already built on are
 * not counted again. What was decided or refused because of an incident is not proposed again, unless it has gone on and now calls for more.
 */
final class Ladder {

    private final Category category;
    private final List<Received> received;
    private final LadderFigures figures;
    private final LocalDate today;

    private Ladder(Category category, List<Received> received, LadderFigures figures, LocalDate today) {
        this.category = category;
        this.received =
                received.stream().sorted(Comparator.comparing(Received::on)).toList();
        this.figures = figures;
        this.today = today;
    }

    /** What each incident calls for, the heaviest first; nothing for one that is settled. */
    static List<Rung> climb(
            Category category,
            List<Incident> incidents,
            List<Received> received,
            LadderFigures figures,
            LocalDate today) {
        Ladder ladder = new Ladder(category, withPunishments(incidents, received), figures, today);
        return incidents.stream()
                .flatMap(incident -> ladder.rung(incident).stream())
                .sorted((a, b) -> a.kind() == b.kind()
                        ? a.incident().first().compareTo(b.incident().first())
                        : a.kind().heavierThan(b.kind()) ? -1 : 1)
                .toList();
    }

    /** A punishment by the police counts the same, whether we asked for it or it was entered. */
    private static List<Received> withPunishments(List<Incident> incidents, List<Received> received) {
        Stream<Received> punished = incidents.stream()
                .filter(incident -> incident.kind() == IncidentKind.PUBLIC_SECURITY_PUNISHMENT)
                .map(incident -> new Received(
                        0,
                        MeasureKind.PUBLIC_SECURITY_PROPOSAL,
                        incident.first(),
                        java.util.Set.of(),
                        java.util.Set.of()));
        return Stream.concat(received.stream(), punished).toList();
    }

    private Optional<Rung> rung(Incident incident) {
        List<Ground> grounds = new ArrayList<>(own(incident).stream().toList());
        if (incident.settled().isEmpty() && answerable(incident)) {
            grounds.addAll(repeated(incident));
        }
        Optional<MeasureKind> heaviest =
                grounds.stream().flatMap(ground -> kind(ground).stream()).reduce((a, b) -> b.heavierThan(a) ? b : a);
        return heaviest.filter(kind -> incident.settled().stream().allMatch(kind::heavierThan))
                .map(kind -> {
                    List<Ground> why = grounds.stream()
                            .filter(ground -> kind(ground).equals(heaviest))
                            .toList();
                    return new Rung(kind, incident, why, earlier(why, incident));
                });
    }

    /** What the incident calls for by itself. */
    private Optional<Ground> own(Incident incident) {
        return switch (incident.kind()) {
            case LATE_REPORT, OUT_OF_SUPERVISION -> absence(incident);
            case LEFT_WITHOUT_LEAVE ->
                category == Category.TEMPORARY_EXECUTION && warnedOf(incident)
                        ? Optional.of(Ground.LEFT_AFTER_WARNING)
                        : rules(incident);
            case FORBIDDEN_CONTACT, MOVED_WITHOUT_APPROVAL, REFUSED_TO_REPORT, OTHER_BREACH -> rules(incident);
            case INJUNCTION_BREACH ->
                incident.gravity().map(gravity -> switch (gravity) {
                    case LIGHT -> Ground.INJUNCTION_LIGHT;
                    case HEAVIER -> Ground.INJUNCTION_HEAVIER;
                    case SERIOUS -> Ground.INJUNCTION_SERIOUS;
                });
            case ABSENT_FROM_STUDY -> incident.admonishedOn().map(day -> Ground.STUDY_AFTER_ADMONITION);
            case REVIEW_PAPERS_MISSING ->
                warnedOf(incident)
                        ? Optional.of(Ground.REVIEW_PAPERS_AFTER_WARNING)
                        : incident.admonishedOn().map(day -> Ground.REVIEW_PAPERS_AFTER_ADMONITION);
            case CONDITIONS_GONE -> Optional.of(Ground.CONDITIONS_GONE);
            case GUARANTOR_LOST -> Optional.of(Ground.GUARANTOR_LOST);
            case PUBLIC_SECURITY_PUNISHMENT -> Optional.empty();
        };
    }

    private Optional<Ground> absence(Incident incident) {
        if (incident.end(today).isAfter(incident.first().plusMonths(figures.warningMonthsMax()))) {
            return Optional.of(Ground.ABSENT_OVER_A_MONTH);
        }
        long days = incident.days(today);
        if (days > figures.reprimandDaysMax()) {
            return Optional.of(Ground.ABSENT_LONG);
        }
        return days > 0 || incident.kind() == IncidentKind.OUT_OF_SUPERVISION
                ? Optional.of(Ground.ABSENT_SHORT)
                : Optional.empty();
    }

    private static Optional<Ground> rules(Incident incident) {
        return incident.gravity().map(gravity -> switch (gravity) {
            case LIGHT -> Ground.RULES_LIGHT;
            case HEAVIER -> Ground.RULES_HEAVIER;
            case SERIOUS -> Ground.RULES_SERIOUS;
        });
    }

    /** Whether it is a breach that may be answered: an absence from study is not before the person was admonished. */
    private boolean answerable(Incident incident) {
        return own(incident).isPresent()
                && incident.kind() != IncidentKind.CONDITIONS_GONE
                && incident.kind() != IncidentKind.GUARANTOR_LOST;
    }

    private List<Ground> repeated(Incident incident) {
        List<Ground> grounds = new ArrayList<>();
        if (reprimands(incident).size() >= figures.reprimands()) {
            grounds.add(Ground.REPRIMANDS_AND_NO_CHANGE);
        }
        if (before(incident, MeasureKind.WARNING).size() >= figures.warnings()) {
            grounds.add(Ground.WARNINGS_AND_NO_CHANGE);
        }
        if (!before(incident, MeasureKind.PUBLIC_SECURITY_PROPOSAL).isEmpty()) {
            grounds.add(Ground.PUNISHMENT_AND_NO_CHANGE);
        }
        return grounds;
    }

    /** Reprimands received before it and after the last warning that was built on reprimands. */
    private List<Received> reprimands(Incident incident) {
        LocalDate used = before(incident, MeasureKind.WARNING).stream()
                .filter(warning -> warning.grounds().contains(Ground.REPRIMANDS_AND_NO_CHANGE))
                .map(Received::on)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        return before(incident, MeasureKind.REPRIMAND).stream()
                .filter(reprimand -> reprimand.on().isAfter(used))
                .toList();
    }

    private List<Received> before(Incident incident, MeasureKind kind) {
        return received.stream()
                .filter(measure -> measure.kind() == kind && incident.first().isAfter(measure.on()))
                .toList();
    }

    private boolean warnedOf(Incident incident) {
        return before(incident, MeasureKind.WARNING).stream()
                .anyMatch(warning -> warning.answers().contains(incident.kind()));
    }

    private List<Received> earlier(List<Ground> grounds, Incident incident) {
        return grounds.stream()
                .flatMap(ground -> switch (ground) {
                    case REPRIMANDS_AND_NO_CHANGE -> reprimands(incident).stream();
                    case WARNINGS_AND_NO_CHANGE -> before(incident, MeasureKind.WARNING).stream();
                    case PUNISHMENT_AND_NO_CHANGE -> before(incident, MeasureKind.PUBLIC_SECURITY_PROPOSAL).stream();
                    case REVIEW_PAPERS_AFTER_WARNING, LEFT_AFTER_WARNING ->
                        before(incident, MeasureKind.WARNING).stream()
                                .filter(warning -> warning.answers().contains(incident.kind()));
                    default -> Stream.empty();
                })
                .distinct()
                .sorted(Comparator.comparing(Received::on))
                .toList();
    }

    private Optional<MeasureKind> kind(Ground ground) {
        Optional<MeasureKind> heaviest = MeasureKind.heaviest(category);
        return switch (ground.level()) {
            case REPRIMAND -> heaviest.map(any -> MeasureKind.REPRIMAND);
            case WARNING -> heaviest.map(any -> MeasureKind.WARNING);
            case PUBLIC_SECURITY -> heaviest.map(any -> MeasureKind.PUBLIC_SECURITY_PROPOSAL);
            case HEAVIEST -> heaviest;
        };
    }
}
