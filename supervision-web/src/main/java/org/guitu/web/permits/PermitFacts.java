package org.guitu.web.permits;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.guitu.web.access.Lang;
import org.guitu.web.access.Staff;
import org.guitu.web.papers.FactName;
import org.guitu.web.papers.PaperFacts;
import org.guitu.web.papers.PaperKind;
import org.guitu.web.papers.PaperSource;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Messages;
import org.jdbi.v3.core.Handle;

/** What papers may say of a meeting or a place: of the one applied for last. */
public final class PermitFacts implements PaperSource {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofLocalizedDateTime(
                    FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(Locale.CHINA);

    private final Messages words = Messages.load(List.of("permits"));

    @Override
    public List<FactName> offers() {
        return List.of(
                fact("contact.whom", "测试丁，案件被害人"),
                fact("contact.reason", "测试理由"),
                fact("contact.when", "2026年12月1日 10:00 至 2026年12月1日 11:00"),
                fact("contact.decision", "批准"),
                fact("place.name", "测试市测试商场"),
                fact("place.injunction", "测试禁止令"),
                fact("place.reason", "测试理由"),
                fact("place.when", "2026年12月1日 10:00 至 2026年12月1日 11:00"),
                fact("place.decision", "批准"));
    }

    private static FactName fact(String name, String sample) {
        return new FactName(name, "permits.paper." + name, sample);
    }

    @Override
    public void fill(Handle handle, Staff staff, Person person, PaperKind paper, PaperFacts facts) {
        List<Permit> newestFirst = PermitStore.ofPerson(handle, person.id()).stream()
                .sorted(Comparator.comparing(Permit::recordedAt).reversed())
                .toList();
        newestFirst.stream()
                .filter(permit -> permit.kind() == Permit.Kind.CONTACT)
                .findFirst()
                .ifPresent(permit -> {
                    facts.put("contact.whom", whom(permit));
                    fill("contact", permit, facts);
                });
        newestFirst.stream()
                .filter(permit -> permit.kind() == Permit.Kind.PLACE)
                .findFirst()
                .ifPresent(permit -> {
                    facts.put("place.name", permit.subject()).put("place.injunction", permit.detail());
                    fill("place", permit, facts);
                });
    }

    private String whom(Permit permit) {
        return permit.relation()
                .map(relation -> words.text(
                        Lang.ZH,
                        "permits.paper.related",
                        permit.subject(),
                        words.text(Lang.ZH, "permits.relation." + relation)))
                .orElse(permit.subject());
    }

    private void fill(String prefix, Permit permit, PaperFacts facts) {
        facts.put(prefix + ".reason", permit.reason())
                .put(
                        prefix + ".when",
                        words.text(
                                Lang.ZH,
                                "permits.span",
                                minute(permit.from(), permit.zone()),
                                minute(permit.until(), permit.zone())));
        permit.decision()
                .ifPresent(decision -> facts.put(
                        prefix + ".decision",
                        words.text(
                                Lang.ZH,
                                decision.approved() ? "permits.decision.APPROVED" : "permits.decision.REFUSED")));
    }

    private static String minute(Instant at, ZoneId zone) {
        return MINUTE.format(at.atZone(zone));
    }
}
