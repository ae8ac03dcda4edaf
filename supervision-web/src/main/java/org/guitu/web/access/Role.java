package org.guitu.web.access;

import static org.guitu.web.access.Permission.ASK_PLACES;
import static org.guitu.web.access.Permission.EDIT_DEVICES;
import static org.guitu.web.access.Permission.EDIT_PEOPLE;
import static org.guitu.web.access.Permission.EDIT_ZONES;
import static org.guitu.web.access.Permission.HANDLE_ALERTS;
import static org.guitu.web.access.Permission.MANAGE_STAFF;
import static org.guitu.web.access.Permission.VIEW_AUDIT;
import static org.guitu.web.access.Permission.VIEW_DEVICES;
import static org.guitu.web.access.Permission.VIEW_LIVE;
import static org.guitu.web.access.Permission.VIEW_PEOPLE;
import static org.guitu.web.access.Permission.VIEW_TRACKS;
import static org.guitu.web.access.Permission.VIEW_ZONES;

import java.util.Set;

/** A bundle of permissions. The administrator runs the house and reads no one's track; the officer does the cases. */
public enum Role {
    ADMINISTRATOR(Set.of(MANAGE_STAFF, VIEW_AUDIT, VIEW_DEVICES, EDIT_DEVICES)),
    OFFICER(Set.of(
            VIEW_LIVE,
            HANDLE_ALERTS,
            VIEW_PEOPLE,
            EDIT_PEOPLE,
            VIEW_TRACKS,
            ASK_PLACES,
            VIEW_ZONES,
            EDIT_ZONES,
            VIEW_DEVICES,
            EDIT_DEVICES));

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = permissions;
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
