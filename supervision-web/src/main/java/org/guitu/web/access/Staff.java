package org.guitu.web.access;

import java.util.Optional;
import java.util.Set;

/**
 * A member of staff as a request sees them.
 *
 * @param id the key; what logs and audit rows carry
 * @param userName what they sign in with
 * @param name as people write it
 * @param organisation where they act; they see it and what is below it
 * @param roles what they may do
 * @param lang the language they chose, if they did
 * @param standsInFor whose deputy they act as; then the roles and the organisation are that one's
 */
public record Staff(
        long id,
        String userName,
        String name,
        Organisation organisation,
        Set<Role> roles,
        Optional<Lang> lang,
        Optional<Principal> standsInFor) {

    public Staff {
        roles = Set.copyOf(roles);
    }

    /** In their own right. */
    public Staff(
            long id, String userName, String name, Organisation organisation, Set<Role> roles, Optional<Lang> lang) {
        this(id, userName, name, organisation, roles, lang, Optional.empty());
    }

    /** What no deputy may: the law names the head of the county department in person (CCL-29). */
    private boolean ownRightOnly(Permission permission) {
        return permission == Permission.APPROVE_AUTHORISATIONS && standsInFor.isPresent();
    }

    public boolean may(Permission permission) {
        if (ownRightOnly(permission)) {
            return false;
        }
        return permission == Permission.SIGNED_IN
                || roles.stream().anyMatch(role -> role.permissions().contains(permission));
    }

    /**
     * The path whose subtree this person may see, for {@code organisation.path like :scope || '%'}. See {@link Organisation#path()}.
     */
    public String scope() {
        return organisation.path();
    }
}
