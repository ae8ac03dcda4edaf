package org.guitu.web.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guitu.web.access.Capacity;
import org.guitu.web.access.CapacityStore;
import org.guitu.web.access.DatabaseSessions;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.OrganisationStore;
import org.guitu.web.access.Passwords;
import org.guitu.web.access.Role;
import org.guitu.web.access.Secrets;
import org.guitu.web.access.Staff;
import org.guitu.web.access.StaffStore;
import org.guitu.web.audit.Audit;
import org.guitu.web.form.Fields;
import org.guitu.web.http.Form;
import org.guitu.web.posts.PostDraft;
import org.guitu.web.posts.PostForm;
import org.guitu.web.posts.PostStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What may be done with staff: always within the actor's own subtree, always recorded. */
public final class StaffService {

    /** Someone's one-time password, shown this once. */
    public record Issued(long staffId, String userName, String oneTimePassword, Instant until) {}

    /** How long a one-time password may be used. */
    public static final Duration ONE_TIME = Duration.ofDays(3);

    private static final String USER_NAME = "[a-z0-9][a-z0-9._-]{1,39}";

    private final Jdbi jdbi;
    private final StaffStore store;
    private final OrganisationStore organisations;
    private final DatabaseSessions sessions;
    private final Passwords passwords;
    private final Audit audit;
    private final InstantSource clock;

    public StaffService(
            Jdbi jdbi,
            StaffStore store,
            OrganisationStore organisations,
            DatabaseSessions sessions,
            Passwords passwords,
            Audit audit,
            InstantSource clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.organisations = organisations;
        this.sessions = sessions;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** Everyone in the actor's subtree. */
    public List<StaffStore.Entry> list(Staff actor) {
        return jdbi.withHandle(handle -> store.list(handle, actor.scope()));
    }

    /** One of them. */
    public Optional<StaffStore.Entry> find(Staff actor, long staffId) {
        return jdbi.withHandle(handle -> store.find(handle, actor.scope(), staffId));
    }

    /** Where the actor may place someone. */
    public List<Organisation> organisations(Staff actor) {
        return jdbi.withHandle(handle -> organisations.list(handle, actor.scope()));
    }

    /**
     * Adds a member of staff from {@code user}, {@code name}, {@code organisation}, {@code role}, and their post from {@code title},
     * {@code kind}, {@code first}, {@code last} where one is written.
     *
     * @return the one-time password; empty if the form holds faults
     */
    public Optional<Issued> create(Staff actor, Form form) {
        String userName = userName(form);
        String name = form.required("name", 60);
        Set<Role> roles = roles(form);
        return jdbi.inTransaction(handle -> {
            Optional<Organisation> place = place(handle, actor, form);
            if (store.userNameTaken(handle, userName)) {
                form.reject("user", "staff.user.taken");
            }
            checkFit(form, roles, place);
            Optional<PostDraft> post = post(handle, actor, form);
            if (!form.valid()) {
                return Optional.empty();
            }
            Issued issued = insert(handle, Optional.of(actor), place.orElseThrow(), userName, name, roles);
            post.ifPresent(draft -> PostStore.insert(handle, issued.staffId(), draft, actor.id()));
            return Optional.of(issued);
        });
    }

    private static Optional<PostDraft> post(Handle handle, Staff actor, Form form) {
        PostForm written = PostForm.of(form);
        if (written.blank()) {
            return Optional.empty();
        }
        Fields fields = new Fields();
        PostDraft draft = PostDraft.read(handle, actor, written, fields);
        fields.problems()
                .byField()
                .forEach((field, problem) ->
                        form.reject(field, problem.key(), problem.arguments().toArray()));
        return Optional.of(draft);
    }

    /** Gives someone on the books an account with roles, from {@code user} and {@code role}; empty if the form holds faults. */
    public Optional<Issued> openAccount(Staff actor, StaffStore.Entry entry, Form form) {
        String userName = userName(form);
        Set<Role> roles = roles(form);
        long staffId = entry.staff().id();
        return jdbi.inTransaction(handle -> {
            if (store.userNameTaken(handle, userName)) {
                form.reject("user", "staff.user.taken");
            }
            if (entry.hasAccount()) {
                form.reject("user", "staff.account.there");
            }
            checkFit(form, roles, Optional.of(entry.staff().organisation()));
            if (!form.valid()) {
                return Optional.empty();
            }
            String password = Secrets.oneTimePassword();
            Instant until = clock.instant().plus(ONE_TIME);
            store.openAccount(handle, staffId, userName, passwords.hash(password), until);
            store.setRoles(handle, staffId, roles, Optional.of(actor.id()));
            record(handle, actor, "staff.account", staffId, Map.of("roles", roles));
            return Optional.of(new Issued(staffId, userName, password, until));
        });
    }

    private static String userName(Form form) {
        String userName = form.required("user", 40).toLowerCase(Locale.ROOT);
        if (!userName.isEmpty() && !userName.matches(USER_NAME)) {
            form.reject("user", "staff.user.bad");
        }
        return userName;
    }

    /**
     * Adds an administrator at the top of the tree, for the command line; makes the top if there is none.
     *
     * @param organisationName names the top if it has to be made
     * @throws IllegalArgumentException if the user name is not one, or taken
     */
    public Issued createAdministrator(String userName, String name, String organisationName, ZoneId zone) {
        if (!userName.matches(USER_NAME)) {
            throw new IllegalArgumentException(
                    "a user name has 2 to 40 of a-z, 0-9, dot, hyphen and underscore, and begins with a letter or digit");
        }
        return jdbi.inTransaction(handle -> {
            if (store.userNameTaken(handle, userName)) {
                throw new IllegalArgumentException("there is already a member of staff named " + userName);
            }
            Organisation root = organisations
                    .root(handle)
                    .orElseGet(() -> organisations.insert(
                            handle, Optional.empty(), organisationName, Organisation.Level.CITY, zone));
            return insert(handle, Optional.empty(), root, userName, name, EnumSet.of(Role.ADMINISTRATOR));
        });
    }

    /** Whether there is no one at all yet: a fresh installation. */
    public boolean none() {
        return jdbi.withHandle(handle -> handle.createQuery("select not exists (select from supervision.staff)")
                .mapTo(Boolean.class)
                .one());
    }

    /** Gives someone a new one-time password and ends their sessions; empty if there is no such person in the actor's subtree. */
    public Optional<Issued> resetPassword(Staff actor, long staffId) {
        String password = Secrets.oneTimePassword();
        String hash = passwords.hash(password);
        Instant until = clock.instant().plus(ONE_TIME);
        return jdbi.inTransaction(handle -> store.find(handle, actor.scope(), staffId)
                .filter(entry -> entry.deactivatedAt().isEmpty() && entry.hasAccount())
                .map(entry -> {
                    store.setPassword(handle, staffId, hash, Optional.of(until));
                    sessions.endAll(handle, staffId);
                    record(handle, actor, "staff.reset", staffId, Map.of());
                    return new Issued(staffId, entry.staff().userName(), password, until);
                }));
    }

    /** Changes someone's roles and place; false if the form holds faults. Nobody gives roles to themselves. */
    public boolean change(Staff actor, StaffStore.Entry entry, Form form) {
        long staffId = entry.staff().id();
        Set<Role> roles = roles(form);
        if (staffId == actor.id() && !roles.contains(Role.ADMINISTRATOR)) {
            form.reject("role", "staff.self");
        } else if (staffId == actor.id() && !entry.staff().roles().containsAll(roles)) {
            form.reject("role", "staff.self.more");
        }
        return jdbi.inTransaction(handle -> {
            Optional<Organisation> place = place(handle, actor, form);
            if (staffId == actor.id() && place.isPresent() && !place.get().equals(actor.organisation())) {
                form.reject("organisation", "staff.self");
            }
            checkFit(form, roles, place);
            checkPost(handle, form, staffId, place);
            if (!form.valid()) {
                return false;
            }
            store.setRoles(handle, staffId, roles, Optional.of(actor.id()));
            store.setOrganisation(handle, staffId, place.orElseThrow().id());
            record(
                    handle,
                    actor,
                    "staff.change",
                    staffId,
                    Map.of("roles", roles, "organisation", place.get().id()));
            return true;
        });
    }

    /** Closes or reopens an account; closing ends its sessions and tokens. One cannot close one's own. */
    public boolean setActive(Staff actor, long staffId, boolean active) {
        return jdbi.inTransaction(handle -> {
            if (staffId == actor.id()
                    || store.find(handle, actor.scope(), staffId).isEmpty()) {
                return false;
            }
            store.setActive(handle, staffId, active, clock.instant());
            if (!active) {
                sessions.endAll(handle, staffId);
                sessions.revokeTokens(handle, staffId);
            }
            record(handle, actor, active ? "staff.reactivate" : "staff.deactivate", staffId, Map.of());
            return true;
        });
    }

    private Issued insert(
            Handle handle, Optional<Staff> actor, Organisation place, String userName, String name, Set<Role> roles) {
        String password = Secrets.oneTimePassword();
        Instant until = clock.instant().plus(ONE_TIME);
        long id = store.insert(handle, place.id(), userName, name, passwords.hash(password), until);
        store.setRoles(handle, id, roles, actor.map(Staff::id));
        audit.record(
                handle,
                actor.map(Staff::id).orElse(null),
                "staff.create",
                null,
                "",
                Map.of("staff", id, "roles", roles, "organisation", place.id()));
        return new Issued(id, userName, password, until);
    }

    private Optional<Organisation> place(Handle handle, Staff actor, Form form) {
        Optional<Organisation> place = form.text("organisation").matches("\\d{1,18}")
                ? organisations.find(handle, actor.scope(), Long.parseLong(form.text("organisation")))
                : Optional.empty();
        if (place.isEmpty()) {
            form.reject("organisation", "staff.organisation.bad");
        }
        return place;
    }

    /** Whoever holds posts acts where one of them is: what the form says must not be undone by the first sign-in. */
    private void checkPost(Handle handle, Form form, long staffId, Optional<Organisation> place) {
        List<Capacity> posts = CapacityStore.live(handle, staffId, clock.instant()).stream()
                .filter(capacity -> capacity.standsInFor().isEmpty())
                .toList();
        if (place.isPresent()
                && !posts.isEmpty()
                && posts.stream()
                        .noneMatch(
                                post -> post.organisation().id() == place.get().id())) {
            form.reject("organisation", "staff.organisation.no-post");
        }
    }

    private static void checkFit(Form form, Set<Role> roles, Optional<Organisation> place) {
        if (place.isPresent()
                && roles.stream().anyMatch(role -> !role.fits(place.get().level()))) {
            form.reject("role", "staff.role.county-only");
        }
    }

    private static Set<Role> roles(Form form) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (form.has("role", role.name())) {
                roles.add(role);
            }
        }
        if (roles.isEmpty()) {
            form.reject("role", "staff.role.none");
        }
        return roles;
    }

    private void record(Handle handle, Staff actor, String action, long staffId, Map<String, ?> more) {
        Map<String, Object> detail = new java.util.TreeMap<>(more);
        detail.put("staff", staffId);
        audit.record(handle, actor.id(), action, null, "", detail);
    }
}
