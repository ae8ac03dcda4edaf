package org.guitu.web.papers;

import static org.guitu.web.papers.CoreFacts.fact;

import java.util.List;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Staff;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;

/** The organisation that issues the paper, and the county and city it belongs to. */
final class OrganisationSource implements PaperSource {

    @Override
    public List<FactName> offers() {
        return List.of(fact("org.name", "示例区社区矫正管理局"), fact("org.county", "示例区司法局"), fact("org.city", "示例市司法局"));
    }

    @Override
    public void fill(Handle handle, Staff staff, Person person, PaperKind kind, PaperFacts facts) {
        facts.put("org.name", staff.organisation().name());
        handle.createQuery("""
                        select level, name from supervision.organisation
                         where :path like path || '%' and level in ('COUNTY', 'CITY') order by path""")
                .bind("path", staff.organisation().path())
                .map((row, context) -> facts.put(
                        Organisation.Level.valueOf(row.getString("level")) == Organisation.Level.COUNTY
                                ? "org.county"
                                : "org.city",
                        row.getString("name")))
                .list();
    }
}
