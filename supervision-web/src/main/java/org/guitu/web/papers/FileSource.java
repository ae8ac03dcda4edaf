package org.guitu.web.papers;

import static org.guitu.web.papers.CoreFacts.fact;

import java.util.List;
import org.guitu.web.access.Lang;
import org.guitu.web.access.Staff;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Messages;
import org.jdbi.v3.core.Handle;

/** What the person's own page says: who they are, how long, and who is responsible. */
final class FileSource implements PaperSource {

    private final Messages words;

    /** @param words of people */
    FileSource(Messages words) {
        this.words = words;
    }

    @Override
    public List<FactName> offers() {
        return List.of(
                fact("person.name", "示例某"),
                fact("person.sex", "男"),
                fact("person.bornOn", "1990年1月1日"),
                fact("person.identityNumber", "11010519491231002X"),
                fact("person.phone", "13800000000"),
                fact("person.address", "示例市示例区示例路1号"),
                fact("person.caseNumber", "示字2026第1号"),
                fact("person.category", "缓刑"),
                fact("person.ground", "被宣告缓刑"),
                fact("person.class", "普管"),
                fact("term.from", "2026年1月1日"),
                fact("term.to", "2027年12月31日"),
                fact("office.name", "示例司法所"),
                fact("officer.name", "示例承办人"),
                fact("issuer.name", "示例经办人"));
    }

    @Override
    public void fill(Handle handle, Staff staff, Person person, PaperKind kind, PaperFacts facts) {
        facts.put("person.name", person.name())
                .put("person.sex", word("people.sex." + person.sex()))
                .put("person.bornOn", person.bornOn().map(ChineseDate::plain).orElse(""))
                .put("person.identityNumber", person.identityNumber().orElse(""))
                .put("person.phone", person.phone())
                .put("person.address", person.address())
                .put("person.caseNumber", person.caseNumber())
                .put("person.category", word("people.category." + person.category()))
                .put("person.ground", word("papers.ground." + person.category()))
                .put(
                        "person.class",
                        person.category().supervised() ? word("people.class." + person.supervisionClass()) : "")
                .put("term.from", person.termFrom().map(ChineseDate::plain).orElse(""))
                .put("term.to", person.termTo().map(ChineseDate::plain).orElse(""))
                .put("office.name", person.organisationName())
                .put("officer.name", person.officerName().orElse(""))
                .put("issuer.name", staff.name());
    }

    private String word(String key) {
        return words.text(Lang.ZH, key);
    }
}
