package org.guitu.web.resettlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Difference;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.people.Category;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Choice;
import org.guitu.web.ui.Page;

/**
 * All help for one person in words.
 *
 * @param form what was sent and refused, or the fields of the standing stretch
 * @param facts of the standing stretch; empty where none stands
 * @param earlier ended stretches
 * @param differences between what someone else has saved meanwhile and the form
 */
public record ResettlementView(
        long personId,
        String person,
        boolean standing,
        boolean mayStart,
        boolean mayTakeOver,
        boolean mayEdit,
        boolean mayRecord,
        boolean paired,
        boolean placed,
        String version,
        List<Fact> facts,
        List<PairingRow> pairings,
        List<VisitRow> visits,
        List<ListingRow> listings,
        String placement,
        List<String> earlier,
        List<Option> origins,
        List<Choice> reasons,
        List<Option> helpers,
        List<Option> ways,
        List<Option> places,
        List<Option> organisations,
        List<Option> bases,
        List<Option> ends,
        Form form,
        List<Difference> differences) {

    /** Whether the form that has this field was sent and refused: it is shown open. */
    public boolean refused(String field) {
        return !form.valid() && form.values().containsKey(field);
    }

    /** One fact. */
    public record Fact(String label, String value) {}

    /** One helper. */
    public record PairingRow(String helper, String phone, String span, boolean now) {}

    /** One visit. */
    public record VisitRow(
            long id, String on, String visitor, String way, String findings, String needs, String mistake) {}

    /** One place that lists the person. */
    public record ListingRow(String place, String name, String told) {}

    /** What the lists to choose from hold. */
    record Choices(List<Option> helpers, List<Option> organisations, List<Base> bases) {}

    static ResettlementView of(
            Page page,
            Person person,
            List<Resettlement> all,
            Optional<Help> help,
            Choices choices,
            Form form,
            boolean overtaken) {
        Optional<Resettlement> standing =
                all.stream().filter(one -> one.endedOn().isEmpty()).findFirst();
        boolean edit = page.may(Permission.EDIT_PEOPLE);
        return new ResettlementView(
                person.id(),
                person.name(),
                standing.isPresent(),
                edit && standing.isEmpty() && person.category() == Category.RELEASED,
                edit && ResettlementService.toBeTakenOver(person),
                edit && standing.isPresent(),
                page.may(Permission.RECORD_WORK) && standing.isPresent(),
                help.flatMap(Help::paired).isPresent(),
                help.flatMap(Help::placement).isPresent(),
                standing.map(one -> Integer.toString(one.version())).orElse(""),
                standing.map(one -> facts(page, one)).orElse(List.of()),
                help.map(of -> of.pairings().stream()
                                .map(one -> pairing(page, one))
                                .toList())
                        .orElse(List.of()),
                help.map(of -> of.visits().stream().map(one -> visit(page, one)).toList())
                        .orElse(List.of()),
                help.map(of -> of.listings().stream()
                                .map(one -> listing(page, one))
                                .toList())
                        .orElse(List.of()),
                help.flatMap(Help::placement)
                        .map(at -> page.text(
                                "resettlement.placed",
                                at.base(),
                                at.work(),
                                page.times().date(at.from())))
                        .orElse(""),
                all.stream()
                        .filter(one -> one.endedOn().isPresent())
                        .map(one -> earlier(page, one))
                        .toList(),
                Option.of(Origin.class, "resettlement.origin", page),
                ResettlementWords.choices(page, form.list("keyReasons")),
                choices.helpers(),
                Option.of(Help.Way.class, "resettlement.way", page),
                Option.of(Help.Place.class, "resettlement.place", page),
                choices.organisations(),
                choices.bases().stream()
                        .filter(base -> base.closedOn().isEmpty())
                        .map(base -> new Option(
                                Long.toString(base.id()),
                                page.text("resettlement.base.room", base.name(), base.taken(), base.capacity())))
                        .toList(),
                Option.of(EndReason.class, "resettlement.end", page).stream()
                        .filter(option -> !option.value().equals(EndReason.EXPIRED.name()))
                        .toList(),
                form,
                standing.filter(one -> overtaken)
                        .map(one -> differences(page, Form.of(one.fields()), form))
                        .orElse(List.of()));
    }

    /** In the fields of the form that was sent. */
    private static List<Difference> differences(Page page, Form theirs, Form mine) {
        List<Difference> differences = new ArrayList<>(Difference.between(
                theirs,
                mine,
                Stream.of("origin", "releasedOn", "noticeOn", "receiptOn", "metOn", "metBy", "notMet")
                        .filter(mine.values()::containsKey)
                        .toList(),
                field -> page.text("resettlement.form." + field),
                (field, value) -> field.equals("origin") && !value.isEmpty()
                        ? page.text("resettlement.origin." + value)
                        : value));
        if (mine.values().containsKey("releasedOn")
                && !theirs.list("keyReasons").equals(mine.list("keyReasons"))) {
            differences.add(new Difference(
                    page.text("resettlement.fact.keyReasons"),
                    reasons(page, theirs.list("keyReasons")),
                    reasons(page, mine.list("keyReasons"))));
        }
        return differences;
    }

    private static String reasons(Page page, List<String> names) {
        List<KeyReason> known = Stream.of(KeyReason.values())
                .filter(reason -> names.contains(reason.name()))
                .toList();
        return known.isEmpty() ? page.text("resettlement.key.none") : ResettlementWords.reasons(page, known);
    }

    private static List<Fact> facts(Page page, Resettlement one) {
        List<Fact> facts = new ArrayList<>();
        fact(page, facts, "origin", page.text("resettlement.origin." + one.origin()));
        fact(page, facts, "releasedOn", page.times().date(one.releasedOn()));
        fact(page, facts, "untilOn", page.times().date(one.untilOn()));
        fact(
                page,
                facts,
                "keyReasons",
                one.key() ? ResettlementWords.reasons(page, one.keyReasons()) : page.text("resettlement.key.none"));
        if (one.origin() == Origin.PRISON) {
            fact(page, facts, "noticeOn", day(page, one.noticeOn()));
            fact(page, facts, "receiptOn", day(page, one.receiptOn()));
            fact(
                    page,
                    facts,
                    "met",
                    one.metOn()
                            .map(on -> page.text(
                                    "resettlement.met-by", page.times().date(on), one.metBy()))
                            .orElse(one.notMet().isEmpty() ? page.text("resettlement.not-yet") : one.notMet()));
        }
        return facts;
    }

    private static void fact(Page page, List<Fact> facts, String name, String value) {
        facts.add(new Fact(page.text("resettlement.fact." + name), value));
    }

    private static String day(Page page, Optional<LocalDate> day) {
        return day.map(page.times()::date).orElse(page.text("resettlement.not-yet"));
    }

    private static PairingRow pairing(Page page, Help.Pairing one) {
        return new PairingRow(
                one.helper(),
                one.phone(),
                one.to()
                        .map(to -> page.text(
                                "resettlement.span",
                                page.times().date(one.from()),
                                page.times().date(to)))
                        .orElse(page.text("resettlement.since", page.times().date(one.from()))),
                one.to().isEmpty());
    }

    private static VisitRow visit(Page page, Help.Visit one) {
        return new VisitRow(
                one.id(),
                page.times().date(one.on()),
                one.visitor(),
                page.text("resettlement.way." + one.way()),
                one.findings(),
                one.needs(),
                one.mistake().isEmpty() ? "" : page.text("resettlement.struck", one.mistake()));
    }

    private static ListingRow listing(Page page, Help.Listing one) {
        return new ListingRow(
                page.text("resettlement.place." + one.place()),
                one.name(),
                one.confirmedOn()
                        .map(on ->
                                page.text("resettlement.confirmed", page.times().date(on)))
                        .or(() -> one.toldOn()
                                .map(on -> page.text(
                                        "resettlement.told", page.times().date(on))))
                        .orElse(page.text("resettlement.not-told")));
    }

    private static String earlier(Page page, Resettlement one) {
        return page.text(
                "resettlement.earlier.line",
                page.times().date(one.releasedOn()),
                one.endedOn().map(page.times()::date).orElse(""),
                one.endReason().map(why -> page.text("resettlement.end." + why)).orElse(""),
                one.endNote());
    }
}
