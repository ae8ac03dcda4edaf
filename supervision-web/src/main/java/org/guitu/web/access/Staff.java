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
 */
public record Staff(
        long id, String userName, String name, Organisation organisation, Set<Role> roles, Optional<Lang> lang) {

    public Staff {
        roles = Set.copyOf(roles);
    }

    public boolean may(Permission permission) {
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
