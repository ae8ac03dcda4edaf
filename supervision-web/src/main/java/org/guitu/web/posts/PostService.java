package org.guitu.web.posts;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.OrganisationStore;
import org.guitu.web.access.Staff;
import org.guitu.web.access.StaffStore;
import org.guitu.web.audit.Audit;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What may be done with posts: within the actor's own subtree, always recorded. Thread-safe. */
public final class PostService {

    private final Jdbi jdbi;
    private final StaffStore staff = new StaffStore();
    private final OrganisationStore organisations = new OrganisationStore();
    private final Audit audit;
    private final InstantSource clock;

    public PostService(Jdbi jdbi, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /** Someone with all posts and deputyships. */
    record Shown(
            StaffStore.Entry entry, List<Post> posts, List<Deputyship> deputies, List<StaffStore.Entry> colleagues) {}

    Optional<Shown> find(Staff actor, long staffId) {
        return jdbi.withHandle(handle -> staff.find(handle, actor.scope(), staffId)
                .map(entry -> new Shown(
                        entry,
                        PostStore.ofStaff(handle, staffId),
                        DeputyStore.of(handle, staffId),
                        staff.list(handle, actor.scope()).stream()
                                .filter(other -> other.hasAccount()
                                        && other.deactivatedAt().isEmpty()
                                        && other.staff().id() != staffId)
                                .toList())));
    }

    List<Organisation> organisations(Staff actor) {
        return jdbi.withHandle(handle -> organisations.list(handle, actor.scope()));
    }

    /** Who was in post in the actor's subtree on a day, as the books said at an instant. */
    List<Post> inPost(Staff actor, LocalDate day, Instant known) {
        return jdbi.withHandle(handle -> PostStore.inPost(handle, actor.scope(), day, known));
    }

    Outcome<Long> add(Staff actor, long staffId, PostForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            entry(handle, actor, staffId);
            Fields fields = new Fields();
            PostDraft draft = PostDraft.read(handle, actor, form, fields);
            fields.refuseIfAny();
            long postId = PostStore.insert(handle, staffId, draft, actor.id());
            record(handle, actor, "posts.add", staffId, postId);
            return postId;
        }));
    }

    /** Ends a post with its last day; in the past too, which corrects what the books said. */
    Outcome<Long> end(Staff actor, long staffId, long postId, String rawLast) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Post post = post(handle, actor, staffId, postId);
            Fields fields = new Fields();
            LocalDate last = fields.date("last", rawLast);
            if (last.isBefore(post.first())) {
                fields.problem("last", "posts.error.reversed");
            }
            refuseOwnLast(handle, actor, staffId, post, last, fields);
            fields.refuseIfAny();
            PostDraft ended =
                    new PostDraft(post.organisationId(), post.title(), post.kind(), post.first(), Optional.of(last));
            PostStore.replace(handle, post, ended, actor.id());
            record(handle, actor, "posts.end", staffId, postId);
            return postId;
        }));
    }

    /** Takes a post off the books that was entered by mistake. */
    Outcome<Long> remove(Staff actor, long staffId, long postId) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Post post = post(handle, actor, staffId, postId);
            Fields fields = new Fields();
            if (PostStore.ofStaff(handle, staffId).size() > 1) { // without any post one acts as the books place one
                refuseOwnLast(handle, actor, staffId, post, LocalDate.MIN, fields);
            }
            fields.refuseIfAny();
            PostStore.withdraw(handle, postId, actor.id());
            record(handle, actor, "posts.remove", staffId, postId);
            return postId;
        }));
    }

    Outcome<Long> details(Staff actor, long staffId, String rawName, String rawPhone, String sex) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            entry(handle, actor, staffId);
            Fields fields = new Fields();
            StaffStore.Details details = details(fields, rawName, rawPhone, sex);
            fields.refuseIfAny();
            staff.setDetails(handle, staffId, details);
            audit.record(handle, actor.id(), "posts.details", null, "", Map.of("staff", staffId));
            return staffId;
        }));
    }

    /** Puts a volunteer or expert on the books, with the first post and without an account; answers the key. */
    Outcome<Long> register(Staff actor, String rawName, String rawPhone, String sex, PostForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Fields fields = new Fields();
            StaffStore.Details details = details(fields, rawName, rawPhone, sex);
            PostDraft draft = PostDraft.read(handle, actor, form, fields);
            fields.refuseIfAny();
            long staffId = staff.register(handle, draft.organisationId(), details);
            long postId = PostStore.insert(handle, staffId, draft, actor.id());
            record(handle, actor, "posts.register", staffId, postId);
            return staffId;
        }));
    }

    LocalDate today(Staff actor) {
        return LocalDate.ofInstant(clock.instant(), actor.organisation().zone());
    }

    private static StaffStore.Details details(Fields fields, String rawName, String rawPhone, String sex) {
        String name = fields.text("name", rawName, 60);
        String phone = fields.optionalText("phone", rawPhone, 40);
        if (!sex.isEmpty() && !sex.equals("MALE") && !sex.equals("FEMALE")) {
            fields.problem("sex", "ui.form.choose");
        }
        return new StaffStore.Details(name, phone, sex);
    }

    /** Nobody ends the post by which they are signed in. */
    private void refuseOwnLast(Handle handle, Staff actor, long staffId, Post post, LocalDate last, Fields fields) {
        LocalDate today = today(actor);
        boolean left = PostStore.ofStaff(handle, staffId).stream()
                .anyMatch(other -> other.id() != post.id() && other.holdsOn(today));
        if (staffId == actor.id() && post.holdsOn(today) && last.isBefore(today) && !left) {
            fields.problem(Problems.FORM, "posts.error.self");
        }
    }

    private Post post(Handle handle, Staff actor, long staffId, long postId) {
        entry(handle, actor, staffId);
        return PostStore.ofStaff(handle, staffId).stream()
                .filter(post -> post.id() == postId)
                .findFirst()
                .orElseThrow(() -> new Refused(Problems.FORM, "posts.error.gone"));
    }

    private StaffStore.Entry entry(Handle handle, Staff actor, long staffId) {
        return staff.find(handle, actor.scope(), staffId)
                .orElseThrow(() -> new Refused("staffId", "posts.error.unknown"));
    }

    private void record(Handle handle, Staff actor, String action, long staffId, long postId) {
        audit.record(handle, actor.id(), action, null, "", Map.of("staff", staffId, "post", postId));
    }
}
