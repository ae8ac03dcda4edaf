package org.guitu.web.limits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guitu.web.access.Organisation;
import org.guitu.web.ui.Choice;
import org.guitu.web.ui.Page;

/** The table of figures as it holds in a place. */
public record LimitsView(List<Choice> organisations, List<Group> groups) {

    /** The figures of one feature. */
    public record Group(String id, String title, List<Row> rows) {}

    /**
     * One figure.
     *
     * @param badge whose value it is, {@code ""} for one as shipped
     * @param coming what it will be from when, {@code ""} for no change
     */
    public record Row(
            String href,
            String what,
            String value,
            String since,
            String source,
            String setBy,
            String badge,
            String tone,
            String coming) {}

    static LimitsView of(
            Page page, List<Organisation> organisations, Organisation place, LimitTable table, LocalDate today) {
        Map<String, List<Row>> byFeature = new LinkedHashMap<>();
        for (String key : table.keys()) {
            byFeature
                    .computeIfAbsent(key.substring(0, key.indexOf('.')), feature -> new ArrayList<>())
                    .add(row(page, place, table, Limit.of(key), today));
        }
        List<Group> groups = new ArrayList<>();
        byFeature.forEach((feature, rows) -> groups.add(new Group(feature, page.featureName(feature), rows)));
        return new LimitsView(choices(organisations, place), groups);
    }

    static List<Choice> choices(List<Organisation> organisations, Organisation place) {
        return organisations.stream()
                .map(known -> new Choice(Long.toString(known.id()), known.name(), known.id() == place.id()))
                .toList();
    }

    private static Row row(Page page, Organisation place, LimitTable table, Limit limit, LocalDate today) {
        String coming = table.coming(limit, today).stream()
                .findFirst()
                .map(figure -> page.text(
                        "limits.coming", page.times().date(figure.validFrom()), LimitWords.value(page, figure)))
                .orElse("");
        String href = "/limits/figures/" + limit.key() + "?organisation=" + place.id();
        String words = page.text(limit.words());
        return table.find(limit, today)
                .map(figure -> new Row(
                        href,
                        words,
                        LimitWords.value(page, figure),
                        page.times().date(figure.validFrom()),
                        figure.source(),
                        LimitWords.setBy(page, figure),
                        LimitWords.badge(page, figure, place),
                        LimitWords.tone(figure),
                        coming))
                .orElseGet(() -> new Row(href, words, page.text("limits.not-yet"), "", "", "", "", "", coming));
    }
}
