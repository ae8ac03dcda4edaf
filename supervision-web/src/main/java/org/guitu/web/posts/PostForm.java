package org.guitu.web.posts;

import org.guitu.web.form.Answers;
import org.guitu.web.http.Form;

/** A post as written in a form: raw text. */
public record PostForm(String organisation, String title, String kind, String first, String last) {

    public PostForm {
        organisation = Answers.orEmpty(organisation);
        title = Answers.orEmpty(title);
        kind = Answers.orEmpty(kind);
        first = Answers.orEmpty(first);
        last = Answers.orEmpty(last);
    }

    public static PostForm of(Form form) {
        return new PostForm(
                form.text("organisation"),
                form.text("title"),
                form.text("kind"),
                form.text("first"),
                form.text("last"));
    }

    /** Whether nothing of a post was written. */
    public boolean blank() {
        return title.isBlank() && kind.isBlank();
    }
}
