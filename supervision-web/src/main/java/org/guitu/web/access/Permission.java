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
    /** Open the files of minors too. */
    VIEW_MINORS,
    /** Create and change people and what belongs to their file. */
    EDIT_PEOPLE,
    /** Keep education, public-benefit work and help. */
    RECORD_WORK,
    /** Take decisions about a person, as far as the level of one's organisation goes. */
    DECIDE,
    /** Approve that a person is located by a device: the head of the county department alone. */
    APPROVE_AUTHORISATIONS,
    /** See what is exchanged with courts, procuratorates and police. */
    VIEW_EXCHANGE,
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
    /** See figures of the law, and holidays. */
    VIEW_LIMITS,
    /** Change figures of the law that a place may set, and holidays. */
    EDIT_LIMITS,
    /** Change how papers are worded and numbered. */
    EDIT_TEMPLATES,
    /** See and change staff and organisations. */
    MANAGE_STAFF,
    /** Read the audit. */
    VIEW_AUDIT
}
