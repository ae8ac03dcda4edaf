package org.guitu.web.leave;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Lang;
import org.guitu.web.access.Staff;
import org.guitu.web.calendar.LegalDays;
import org.guitu.web.papers.ChineseDate;
import org.guitu.web.papers.FactName;
import org.guitu.web.papers.PaperFacts;
import org.guitu.web.papers.PaperKind;
import org.guitu.web.papers.PaperSource;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Messages;
import org.jdbi.v3.core.Handle;

/** What papers may say of leave: of the one decided last and not taken back since, else of the one that waits. */
public final class LeaveFacts implements PaperSource {

    private final Messages words = Messages.load(List.of("leave"));

    @Override
    public List<FactName> offers() {
        return List.of(
                fact("reason", "就医"),
                fact("destination", "测试省测试市"),
                fact("from", "2026年12月1日"),
                fact("to", "2026年12月5日"),
                fact("days", "5"),
                fact("decision", "同意外出"));
    }

    private static FactName fact(String name, String sample) {
        return new FactName("leave." + name, "leave.paper." + name, sample);
    }

    @Override
    public void fill(Handle handle, Staff staff, Person person, PaperKind paper, PaperFacts facts) {
        List<Leave> all = LeaveStore.ofPerson(handle, person.id());
        newest(all)
                .or(() -> all.stream().filter(leave -> leave.end().isEmpty()).findFirst())
                .ifPresent(leave -> fill(leave, facts));
    }

    /** The one decided last, whether agreed or not, that was not taken back. */
    static Optional<Leave> newest(List<Leave> all) {
        return all.stream()
                .filter(leave -> leave.decision().isPresent() && !takenBack(leave))
                .max(Comparator.comparing(
                        leave -> leave.decision().orElseThrow().at()));
    }

    private static boolean takenBack(Leave leave) {
        return leave.end()
                .map(Leave.End::kind)
                .filter(kind -> kind == Leave.End.Kind.WITHDRAWN || kind == Leave.End.Kind.REVOKED)
                .isPresent();
    }

    private void fill(Leave leave, PaperFacts facts) {
        facts.put("leave.reason", words.text(Lang.ZH, "leave.reason." + leave.reason()))
                .put("leave.destination", leave.destination())
                .put("leave.from", ChineseDate.plain(leave.firstDay()))
                .put("leave.to", ChineseDate.plain(leave.lastDay()))
                .put("leave.days", Integer.toString(LegalDays.daysIncluded(leave.firstDay(), leave.lastDay())));
        leave.decision()
                .ifPresent(decision -> facts.put(
                        "leave.decision",
                        decision.approved()
                                ? words.text(Lang.ZH, "leave.paper.approved")
                                : words.text(Lang.ZH, "leave.paper.refused", decision.reason())));
    }
}
