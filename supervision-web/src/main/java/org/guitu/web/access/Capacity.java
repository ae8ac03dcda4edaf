package org.guitu.web.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What someone may act as on a day: the holder of a post, or the deputy of another.
 *
 * @param key {@code post:7} or {@code deputy:3}, what a session remembers
 * @param title of the post; {@code ""} for a deputy
 * @param standsInFor for whom, if it is a deputy's
 * @param roles of the principal; those of a post are the holder's own and not here
 */
public record Capacity(
        String key, String title, Organisation organisation, Optional<Principal> standsInFor, Set<Role> roles) {

    public Capacity {
        roles = Set.copyOf(roles);
    }

    /**
     * As whom someone acts: as the session chose if that still holds; else at home if a post is held there or none was ever recorded; else
     * in the post held longest. Empty for someone whose posts have all ended: who has left the house does nothing in it.
     *
     * @param home the member of staff as on the books
     * @param anyPost whether a post was ever recorded
     * @param live the capacities of today, posts first, the oldest first
     */
    static Optional<Staff> acting(Staff home, boolean anyPost, List<Capacity> live, Optional<String> chosen) {
        List<Capacity> posts =
                live.stream().filter(one -> one.standsInFor().isEmpty()).toList();
        if (anyPost && posts.isEmpty()) {
            return Optional.empty();
        }
        Optional<Capacity> wanted = live.stream()
                .filter(one -> chosen.equals(Optional.of(one.key())))
                .findFirst();
        if (wanted.isPresent()) {
            return Optional.of(wanted.get().of(home));
        }
        boolean atHome = posts.isEmpty()
                || posts.stream()
                        .anyMatch(post ->
                                post.organisation().id() == home.organisation().id());
        return Optional.of(atHome ? home : posts.getFirst().of(home));
    }

    /** The member of staff in this capacity, with the roles that fit its place. */
    private Staff of(Staff home) {
        Set<Role> theirs = standsInFor.isPresent() ? roles : home.roles();
        Set<Role> fitting =
                theirs.stream().filter(role -> role.fits(organisation.level())).collect(Collectors.toSet());
        return new Staff(home.id(), home.userName(), home.name(), organisation, fitting, home.lang(), standsInFor);
    }
}
