package org.guitu.web.posts;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/** Who was in post on a day. */
public record RosterView(Form form, String summary, List<Row> rows) {

    /** One person in one post. */
    public record Row(
            String href, String name, String sex, String phone, String place, String title, String kind, String term) {}

    static RosterView of(Page page, Form form, List<Post> posts) {
        String counts = Arrays.stream(PostKind.values())
                .filter(kind -> count(posts, kind) > 0)
                .map(kind -> page.text("posts.count", page.text("posts.kind." + kind), count(posts, kind)))
                .collect(Collectors.joining(page.text("ui.list.separator")));
        return new RosterView(
                form,
                counts,
                posts.stream()
                        .map(post -> new Row(
                                "/staff/" + post.staffId() + "/posts",
                                post.staffName(),
                                post.sex().isEmpty() ? "" : page.text("posts.sex." + post.sex()),
                                post.phone(),
                                post.organisationName(),
                                post.title(),
                                page.text("posts.kind." + post.kind()),
                                StaffPostsView.term(page, post.first(), post.last())))
                        .toList());
    }

    private static long count(List<Post> posts, PostKind kind) {
        return posts.stream()
                .filter(post -> post.kind() == kind)
                .map(Post::staffId)
                .distinct()
                .count();
    }
}
