package org.guitu.web.education;

import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/** The words of the page about one person's hours. */
public record PersonHoursView(
        long personId,
        String person,
        String saved,
        List<Month> months,
        List<Credit> credits,
        String ability,
        List<String> admonitions,
        boolean mayRecord,
        String today,
        List<Option> subjects,
        List<Option> able,
        Form form) {

    /** One month. */
    public record Month(
            String month,
            String study,
            String studyState,
            String studyTone,
            String work,
            String workState,
            String workTone) {}

    /**
     * Hours that count.
     *
     * @param withdraw where they are withdrawn, {@code ""} if they are a session's
     */
    public record Credit(String title, String href, String when, String hours, String note, String withdraw) {}

    static PersonHoursView of(Page page, PersonHours found, Form form, Optional<String> saved) {
        long id = found.person().id();
        boolean may = page.may(Permission.RECORD_WORK) && found.person().supervised();
        return new PersonHoursView(
                id,
                found.person().name(),
                saved.map(page::text).orElse(""),
                found.months().stream()
                        .map(month -> month(page, month, found.able()))
                        .toList(),
                found.credits().stream()
                        .map(credit -> credit(page, id, credit, may))
                        .toList(),
                found.ability()
                        .map(ability -> page.text(
                                ability.able() ? "education.ability.able" : "education.ability.unable",
                                ability.reason(),
                                page.times().date(ability.from()),
                                ability.by()))
                        .orElse(page.text("education.ability.nothing")),
                found.admonitions().stream()
                        .map(admonition -> page.text(
                                "education.admonition.one",
                                page.times().date(admonition.day()),
                                admonition.note(),
                                admonition.by()))
                        .toList(),
                may,
                found.today().toString(),
                Option.of(Subject.class, "education.subject", page),
                List.of(
                        new Option("yes", page.text("education.able.yes")),
                        new Option("no", page.text("education.able.no"))),
                form);
    }

    private static Month month(Page page, PersonHours.Month month, boolean able) {
        return new Month(
                month.month().toString(),
                HoursWords.done(page, month.study()),
                HoursWords.state(page, month.study()),
                HoursWords.tone(month.study()),
                HoursWords.done(page, month.work()),
                able ? HoursWords.state(page, month.work()) : page.text("education.unable"),
                able ? HoursWords.tone(month.work()) : "none");
    }

    private static Credit credit(Page page, long personId, HoursStore.Credit credit, boolean may) {
        return new Credit(
                credit.title().isEmpty() ? page.text("education.subject." + credit.subject()) : credit.title(),
                credit.sessionId()
                        .filter(id -> page.may(Permission.RECORD_WORK))
                        .map(id -> "/education/sessions/" + id)
                        .orElse(""),
                credit.sessionId().isPresent()
                        ? page.times().minute(credit.at())
                        : page.times().date(credit.at()),
                page.text("education.done-only", HoursText.hours(credit.minutes())),
                credit.note(),
                credit.ownId()
                        .filter(id -> may)
                        .map(id -> "/people/" + personId + "/education/hours/" + id + "/withdraw")
                        .orElse(""));
    }
}
