package org.guitu.web.posts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.StaffStore;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/** Someone's posts and deputies in words. */
public record StaffPostsView(
        long id,
        String name,
        boolean account,
        Forms forms,
        List<Option> sexes,
        List<Option> kinds,
        List<Option> organisations,
        List<Option> colleagues,
        List<Row> posts,
        List<DeputyRow> deputies) {

    /** The forms of the page; the one that was refused holds its faults. */
    public record Forms(Form details, Form post, Form deputy, Form page) {}

    /** One post. */
    public record Row(
            long id, String title, String kind, String place, String term, String state, String tone, boolean open) {}

    /**
     * One deputyship.
     *
     * @param endable whether it may be ended on this page: that of the principal
     */
    public record DeputyRow(
            long id, String what, String term, String reason, String state, String tone, boolean endable) {}

    static StaffPostsView of(
            Page page, PostService.Shown shown, List<Organisation> organisations, Forms forms, LocalDate today) {
        StaffStore.Entry entry = shown.entry();
        return new StaffPostsView(
                entry.staff().id(),
                entry.staff().name(),
                entry.hasAccount(),
                forms,
                sexes(page),
                Option.of(PostKind.class, "posts.kind", page),
                places(organisations),
                shown.colleagues().stream()
                        .map(other -> new Option(
                                Long.toString(other.staff().id()),
                                other.staff().name() + " · "
                                        + other.staff().organisation().name()))
                        .toList(),
                shown.posts().stream().map(post -> row(page, post, today)).toList(),
                shown.deputies().stream()
                        .map(deputy -> deputy(page, entry.staff().id(), deputy, today))
                        .toList());
    }

    static List<Option> sexes(Page page) {
        return List.of(
                new Option("", page.text("posts.sex.unknown")),
                new Option("FEMALE", page.text("posts.sex.FEMALE")),
                new Option("MALE", page.text("posts.sex.MALE")));
    }

    static List<Option> places(List<Organisation> organisations) {
        return organisations.stream()
                .map(place -> new Option(Long.toString(place.id()), place.name()))
                .toList();
    }

    private static Row row(Page page, Post post, LocalDate today) {
        boolean over = post.last().filter(last -> last.isBefore(today)).isPresent();
        String state = over ? "OVER" : post.first().isAfter(today) ? "COMING" : "NOW";
        return new Row(
                post.id(),
                post.title(),
                page.text("posts.kind." + post.kind()),
                post.organisationName(),
                term(page, post.first(), post.last()),
                page.text("posts.state." + state),
                tone(state),
                !over);
    }

    private static DeputyRow deputy(Page page, long staffId, Deputyship deputy, LocalDate today) {
        boolean principal = deputy.principalId() == staffId;
        boolean over = deputy.last().isBefore(today);
        String state = over ? "OVER" : deputy.first().isAfter(today) ? "COMING" : "NOW";
        return new DeputyRow(
                deputy.id(),
                principal
                        ? page.text("posts.deputy.by", deputy.staffName())
                        : page.text("posts.deputy.of", deputy.principalName()),
                term(page, deputy.first(), Optional.of(deputy.last())),
                deputy.reason(),
                page.text("posts.state." + state),
                tone(state),
                principal && !over);
    }

    private static String tone(String state) {
        return switch (state) {
            case "NOW" -> "good";
            case "COMING" -> "info";
            default -> "neutral";
        };
    }

    static String term(Page page, LocalDate first, Optional<LocalDate> last) {
        return last.map(day -> page.text(
                        "posts.term", page.times().date(first), page.times().date(day)))
                .orElseGet(() -> page.text("posts.term.open", page.times().date(first)));
    }
}
