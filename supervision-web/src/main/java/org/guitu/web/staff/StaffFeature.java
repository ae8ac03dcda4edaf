package org.guitu.web.staff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Role;
import org.guitu.web.access.StaffStore;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.ui.NavItem;

/** The administrator's pages about staff and organisations. */
public final class StaffFeature implements Feature {

    private final StaffService service;
    private final OrganisationService organisations;

    public StaffFeature(StaffService service, OrganisationService organisations) {
        this.service = service;
        this.organisations = organisations;
    }

    @Override
    public String name() {
        return "staff";
    }

    @Override
    public List<NavItem> nav() {
        return List.of(
                new NavItem(80, "staff.nav", "/staff", "staff", Permission.MANAGE_STAFF),
                new NavItem(85, "staff.organisations.nav", "/organisations", "organisation", Permission.MANAGE_STAFF));
    }

    @Override
    public void mount(Routes routes) {
        Permission manage = Permission.MANAGE_STAFF;
        routes.page("/roles", Permission.SIGNED_IN, request -> Reply.html("staff/roles", RolesView::of));
        routes.page("/staff", manage, this::list);
        routes.page("/staff/new", manage, request -> createPage(request, Form.empty()));
        routes.form("/staff/new", manage, this::create);
        routes.page("/staff/{id}", manage, this::edit);
        routes.form("/staff/{id}", manage, this::change);
        routes.form("/staff/{id}/password", manage, this::resetPassword);
        routes.form("/staff/{id}/account", manage, this::openAccount);
        routes.form("/staff/{id}/deactivate", manage, request -> setActive(request, false));
        routes.form("/staff/{id}/reactivate", manage, request -> setActive(request, true));
        routes.page("/organisations", manage, request -> organisationPage(request, Form.empty()));
        routes.form("/organisations", manage, this::createOrganisation);
    }

    private Reply list(Request request) {
        return Reply.html("staff/list", page -> StaffListView.of(page, service.list(request.staff())));
    }

    private Reply createPage(Request request, Form form) {
        return Reply.html("staff/new", page -> StaffFormView.blank(page, form, service.organisations(request.staff())));
    }

    private Reply create(Request request) {
        Form form = request.form();
        Optional<StaffService.Issued> issued = service.create(request.staff(), form);
        return issued.isEmpty()
                ? createPage(request, form).withStatus(422)
                : issued(issued.get()).withStatus(201);
    }

    private Reply edit(Request request) {
        StaffStore.Entry entry = entry(request);
        Map<String, List<String>> values = new HashMap<>();
        values.put(
                "organisation",
                List.of(Long.toString(entry.staff().organisation().id())));
        values.put("role", entry.staff().roles().stream().map(Role::name).toList());
        return editPage(request, entry, Form.of(values));
    }

    private Reply editPage(Request request, StaffStore.Entry entry, Form form) {
        return Reply.html(
                "staff/edit", page -> StaffFormView.of(page, form, service.organisations(request.staff()), entry));
    }

    private Reply change(Request request) {
        StaffStore.Entry entry = entry(request);
        Form form = request.form();
        return service.change(request.staff(), entry, form)
                ? Reply.redirect("/staff")
                : editPage(request, entry, form).withStatus(422);
    }

    private Reply openAccount(Request request) {
        StaffStore.Entry entry = entry(request);
        Form form = request.form();
        Optional<StaffService.Issued> issued = service.openAccount(request.staff(), entry, form);
        return issued.isEmpty()
                ? editPage(request, entry, form).withStatus(422)
                : issued(issued.get()).withStatus(201);
    }

    private Reply resetPassword(Request request) {
        return issued(service.resetPassword(request.staff(), request.id("id")).orElseThrow(Refusal::notFound));
    }

    private Reply setActive(Request request, boolean active) {
        return service.setActive(request.staff(), request.id("id"), active)
                ? Reply.redirect("/staff")
                : Reply.notFound();
    }

    private static Reply issued(StaffService.Issued issued) {
        return Reply.html(
                "staff/issued",
                page -> new IssuedView(
                        issued.userName(),
                        issued.oneTimePassword(),
                        page.times().minute(issued.until())));
    }

    private Reply organisationPage(Request request, Form form) {
        return Reply.html(
                "staff/organisations", page -> OrganisationsView.of(page, form, organisations.list(request.staff())));
    }

    private Reply createOrganisation(Request request) {
        Form form = request.form();
        return organisations.create(request.staff(), form)
                ? Reply.redirect("/organisations")
                : organisationPage(request, form).withStatus(422);
    }

    private StaffStore.Entry entry(Request request) {
        return service.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }
}
