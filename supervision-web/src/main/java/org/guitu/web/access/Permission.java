package org.guitu.web.access;

/** What a member of staff may do; a route names the one it wants. */
public enum Permission {
    /** Anyone who is signed in, with whatever roles. */
    SIGNED_IN,
    /** Watch the live page. */
    VIEW_LIVE,
    /** Acknowledge and resolve alerts. */
    HANDLE_ALERTS,
    /** Find people and open their page. */
    VIEW_PEOPLE,
    /** Create and change people, authorisations and assignments. */
    EDIT_PEOPLE,
    /** See where a person was; each time with a purpose. */
    VIEW_TRACKS,
    /** Ask of all people of the subtree who was near a place or together; each time with a purpose. */
    ASK_PLACES,
    /** See zones and rules. */
    VIEW_ZONES,
    /** Draw zones and set rules. */
    EDIT_ZONES,
    /** See the device register. */
    VIEW_DEVICES,
    /** Register and retire devices. */
    EDIT_DEVICES,
    /** See and change staff and organisations. */
    MANAGE_STAFF,
    /** Read the audit. */
    VIEW_AUDIT
}
