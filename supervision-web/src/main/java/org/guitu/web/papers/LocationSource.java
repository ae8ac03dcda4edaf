package org.guitu.web.papers;

import static org.guitu.web.papers.CoreFacts.fact;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.guitu.web.access.Lang;
import org.guitu.web.access.Staff;
import org.guitu.web.orders.Basis;
import org.guitu.web.orders.BasisKind;
import org.guitu.web.orders.BasisStore;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Messages;
import org.jdbi.v3.core.Handle;

/** The authorisation to locate by bracelet: the one in force, else the next to come. */
final class LocationSource implements PaperSource {

    private final Messages words;
    private final InstantSource clock;

    /** @param words of orders */
    LocationSource(Messages words, InstantSource clock) {
        this.words = words;
        this.clock = clock;
    }

    @Override
    public List<FactName> offers() {
        return List.of(
                fact("location.ground", "违反人民法院禁止令的"),
                fact("location.approvedBy", "示例负责人"),
                fact("location.document", "示矫定〔2026〕1号"),
                fact("location.from", "2026年12月1日"),
                fact("location.to", "2027年2月28日"));
    }

    @Override
    public void fill(Handle handle, Staff staff, Person person, PaperKind kind, PaperFacts facts) {
        Instant now = clock.instant();
        BasisStore.ofPerson(handle, person.id()).stream()
                .filter(basis -> basis.kind() == BasisKind.AUTHORISATION && open(basis, now))
                .min(Comparator.comparing(Basis::from))
                .ifPresent(basis -> fill(basis, facts));
    }

    private static boolean open(Basis basis, Instant now) {
        return basis.state(now) == Basis.State.LIVE || basis.state(now) == Basis.State.COMING;
    }

    private void fill(Basis basis, PaperFacts facts) {
        basis.ground()
                .ifPresent(ground -> facts.put("location.ground", words.text(Lang.ZH, "orders.ground." + ground)));
        facts.put("location.approvedBy", basis.approvedBy())
                .put("location.document", basis.documentNumber())
                .put("location.from", ChineseDate.plain(basis.firstDay()))
                .put("location.to", ChineseDate.plain(basis.lastDay()));
    }
}
