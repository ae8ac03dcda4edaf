package org.guitu.web.resettlement;

import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/** All bases in words, and the form of a new one. */
public record BasesView(List<Row> rows, List<Option> kinds, boolean mayAdd, Form form) {

    /** One base. */
    public record Row(String href, String name, String kind, String organisation, String taken, String state) {}

    static BasesView of(Page page, List<Base> bases, Form form) {
        return new BasesView(
                bases.stream()
                        .map(base -> new Row(
                                "/resettlement/bases/" + base.id(),
                                base.name(),
                                page.text("resettlement.base.kind." + base.kind()),
                                base.organisationName(),
                                page.text("resettlement.base.taken", base.taken(), base.capacity()),
                                base.closedOn().isPresent() ? page.text("resettlement.base.closed") : ""))
                        .toList(),
                Option.of(Base.Kind.class, "resettlement.base.kind", page),
                page.may(Permission.RECORD_WORK),
                form);
    }
}
