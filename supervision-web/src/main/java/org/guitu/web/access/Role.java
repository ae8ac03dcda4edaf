package org.guitu.web.access;

import static org.guitu.web.access.Permission.APPROVE_AUTHORISATIONS;
import static org.guitu.web.access.Permission.ASK_PLACES;
import static org.guitu.web.access.Permission.DECIDE;
import static org.guitu.web.access.Permission.EDIT_DEVICES;
import static org.guitu.web.access.Permission.EDIT_LIMITS;
import static org.guitu.web.access.Permission.EDIT_PEOPLE;
import static org.guitu.web.access.Permission.EDIT_TEMPLATES;
import static org.guitu.web.access.Permission.EDIT_ZONES;
import static org.guitu.web.access.Permission.HANDLE_ALERTS;
import static org.guitu.web.access.Permission.MANAGE_STAFF;
import static org.guitu.web.access.Permission.RECORD_WORK;
import static org.guitu.web.access.Permission.VIEW_AUDIT;
import static org.guitu.web.access.Permission.VIEW_DEVICES;
import static org.guitu.web.access.Permission.VIEW_EXCHANGE;
import static org.guitu.web.access.Permission.VIEW_LIMITS;
import static org.guitu.web.access.Permission.VIEW_LIVE;
import static org.guitu.web.access.Permission.VIEW_MINORS;
import static org.guitu.web.access.Permission.VIEW_PEOPLE;
import static org.guitu.web.access.Permission.VIEW_TRACKS;
import static org.guitu.web.access.Permission.VIEW_ZONES;

import java.util.Set;

/**
 * A named set of permissions. Which decisions a holder may take depends on where he or she acts as well: an office decides what the law
 * leaves to offices, the county and the city the rest.
 */
public enum Role {
    /** Runs the house and reads no one's file or track. */
    ADMINISTRATOR(
            Set.of(MANAGE_STAFF, VIEW_AUDIT, VIEW_DEVICES, EDIT_DEVICES, VIEW_LIMITS, EDIT_LIMITS, EDIT_TEMPLATES)),
    /** 县级司法行政部门负责人: who alone approves that a person is located by a device (CCL-29); only in a county. */
    COUNTY_HEAD(Set.of(
            VIEW_LIVE,
            VIEW_PEOPLE,
            VIEW_MINORS,
            VIEW_TRACKS,
            VIEW_ZONES,
            VIEW_DEVICES,
            VIEW_EXCHANGE,
            DECIDE,
            VIEW_LIMITS,
            APPROVE_AUTHORISATIONS)),
    /** Decides for a county or a city: leave, punishment, transfer, proposals to courts. */
    DECIDER(Set.of(
            VIEW_LIVE,
            HANDLE_ALERTS,
            VIEW_PEOPLE,
            EDIT_PEOPLE,
            VIEW_TRACKS,
            ASK_PLACES,
            VIEW_ZONES,
            EDIT_ZONES,
            VIEW_DEVICES,
            EDIT_DEVICES,
            VIEW_EXCHANGE,
            RECORD_WORK,
            DECIDE,
            VIEW_LIMITS,
            EDIT_LIMITS,
            EDIT_TEMPLATES)),
    /** 司法所工作人员: does the cases, and decides what the law leaves to offices. */
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
            EDIT_DEVICES,
            VIEW_EXCHANGE,
            RECORD_WORK,
            VIEW_LIMITS,
            DECIDE)),
    /** Sees minors' files as well; held beside another role. */
    MINORS_OFFICER(Set.of(VIEW_PEOPLE, VIEW_MINORS, VIEW_LIMITS)),
    /** 社会工作者: keeps education, work and help. */
    SOCIAL_WORKER(Set.of(VIEW_PEOPLE, RECORD_WORK, VIEW_LIMITS)),
    /** 志愿者: lists of who attended, and no file. */
    VOLUNTEER(Set.of(RECORD_WORK)),
    /** 核查岗: verifies alerts by call, video and locate-now. */
    VERIFICATION_DESK(
            Set.of(VIEW_LIVE, HANDLE_ALERTS, VIEW_PEOPLE, VIEW_TRACKS, VIEW_ZONES, VIEW_DEVICES, VIEW_LIMITS)),
    /** 指挥中心: watches everything live and searches by place. */
    COMMAND_CENTRE(Set.of(
            VIEW_LIVE, HANDLE_ALERTS, VIEW_PEOPLE, VIEW_TRACKS, ASK_PLACES, VIEW_ZONES, VIEW_DEVICES, VIEW_LIMITS)),
    /** 检察院: reads files and what was exchanged; no tracks, and changes nothing. */
    PROCURATOR(Set.of(VIEW_PEOPLE, VIEW_ZONES, VIEW_EXCHANGE, VIEW_LIMITS)),
    /** Reads who did what. */
    AUDITOR(Set.of(VIEW_AUDIT));

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = permissions;
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** Whether it may be held in an organisation of this level. */
    public boolean fits(Organisation.Level level) {
        return this != COUNTY_HEAD || level == Organisation.Level.COUNTY;
    }
}
