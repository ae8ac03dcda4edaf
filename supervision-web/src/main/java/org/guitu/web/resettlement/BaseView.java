package org.guitu.web.resettlement;

import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.ui.Page;

/** One base in words, with who is and was there. */
public record BaseView(long id, String name, List<String> facts, List<Guest> guests, boolean mayClose, String fault) {

    /** One person there. */
    public record Guest(String name, String href, String work, String span) {}

    static BaseView of(Page page, Base base, List<Base.Guest> guests, String fault) {
        return new BaseView(
                base.id(),
                base.name(),
                List.of(
                        page.text("resettlement.base.kind." + base.kind()),
                        page.text("resettlement.base.taken", base.taken(), base.capacity()),
                        base.organisationName(),
                        base.address(),
                        base.contact()),
                guests.stream().map(guest -> guest(page, guest)).toList(),
                page.may(Permission.RECORD_WORK) && base.closedOn().isEmpty(),
                fault);
    }

    private static Guest guest(Page page, Base.Guest guest) {
        return new Guest(
                guest.visible() ? guest.name() : page.text("resettlement.base.elsewhere"),
                guest.visible() ? "/people/" + guest.personId() + "/resettlement" : "",
                guest.work(),
                guest.to()
                        .map(to -> page.text(
                                "resettlement.span",
                                page.times().date(guest.from()),
                                page.times().date(to)))
                        .orElse(page.text("resettlement.since", page.times().date(guest.from()))));
    }
}
