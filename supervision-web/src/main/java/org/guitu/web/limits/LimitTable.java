package org.guitu.web.limits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures as they hold for one organisation: its own before those above it, those before the shipped. Immutable. */
public final class LimitTable {

    private final Map<String, List<Figure>> byKey;

    /**
     * @param nearestFirst all standing figures that may hold there: the organisation's own, then its parent's and so on, the shipped last
     */
    LimitTable(List<Figure> nearestFirst) {
        byKey = new LinkedHashMap<>();
        nearestFirst.forEach(figure -> byKey.computeIfAbsent(figure.limit().key(), key -> new ArrayList<>())
                .add(figure));
    }

    /** What holds on a day. */
    public Figure get(Limit limit, LocalDate day) {
        return find(limit, day)
                .orElseThrow(() -> new IllegalStateException("no figure " + limit.key() + " holds on " + day));
    }

    /** The number that holds on a day. */
    public int value(Limit limit, LocalDate day) {
        return get(limit, day).value();
    }

    /** Whether a yes-or-no figure says yes on a day. */
    public boolean allows(Limit limit, LocalDate day) {
        return value(limit, day) > 0;
    }

    /** The nearest place's newest value that has begun; a fixed one cannot be overruled. */
    Optional<Figure> find(Limit limit, LocalDate day) {
        List<Figure> begun = byKey.getOrDefault(limit.key(), List.of()).stream()
                .filter(figure -> !figure.validFrom().isAfter(day))
                .toList();
        Optional<Figure> fixed = begun.stream().filter(Figure::fixed).max(Comparator.comparing(Figure::validFrom));
        if (fixed.isPresent() || begun.isEmpty()) {
            return fixed;
        }
        Optional<Long> nearest = begun.getFirst().organisationId();
        return begun.stream()
                .filter(figure -> figure.organisationId().equals(nearest))
                .max(Comparator.comparing(Figure::validFrom));
    }

    /** The values that will hold here one after the other from days after this one. */
    List<Figure> coming(Limit limit, LocalDate today) {
        return history(limit).stream()
                .map(Figure::validFrom)
                .filter(day -> day.isAfter(today))
                .distinct()
                .sorted()
                .flatMap(day ->
                        find(limit, day).filter(figure -> figure.validFrom().equals(day)).stream())
                .toList();
    }

    List<String> keys() {
        return byKey.keySet().stream().sorted().toList();
    }

    /** Every value of a figure that may hold here, nearest place first. */
    List<Figure> history(Limit limit) {
        return byKey.getOrDefault(limit.key(), List.of());
    }
}
