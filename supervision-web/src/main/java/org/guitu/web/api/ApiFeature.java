package org.guitu.web.api;

import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Role;
import org.guitu.web.access.Staff;
import org.guitu.web.http.Contract;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.ui.Messages;

/** {@code /openapi.yaml} and {@code /api/v1/me}. */
public final class ApiFeature implements Feature {

    /** Who the caller is, as the contract's {@code Me}. */
    record Me(long id, String userName, String name, Place organisation, List<String> roles, List<String> permissions) {
        record Place(long id, String name, String timeZone) {}
    }

    /** It shows no page and needs no words of its own. */
    @Override
    public String name() {
        return Messages.NONE;
    }

    @Override
    public void mount(Routes routes) {
        routes.openData(
                "/openapi.yaml",
                request -> Reply.bytes(Contract.text(), "application/yaml").withHeader("cache-control", "no-cache"));
        routes.api("GET", "/api/v1/me", Permission.SIGNED_IN, ApiFeature::me);
    }

    private static Reply me(Request request) {
        Staff staff = request.staff();
        return Reply.json(new Me(
                staff.id(),
                staff.userName(),
                staff.name(),
                new Me.Place(
                        staff.organisation().id(),
                        staff.organisation().name(),
                        staff.organisation().zone().getId()),
                staff.roles().stream().map(Role::name).sorted().toList(),
                java.util.Arrays.stream(Permission.values())
                        .filter(staff::may)
                        .map(Permission::name)
                        .toList()));
    }
}
