package org.guitu.web.posts;

import java.util.List;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;

/** The form that puts someone without an account on the books. */
public record RegisterView(Form form, List<Option> sexes, List<Option> kinds, List<Option> organisations) {}
