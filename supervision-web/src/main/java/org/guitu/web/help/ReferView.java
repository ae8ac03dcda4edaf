package org.guitu.web.help;

import java.util.List;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/** The words of the form that refers someone. */
public record ReferView(String title, String action, String cancel, List<Option> bodies, Form form) {

    static ReferView of(Page page, HelpFile file, Form form) {
        return new ReferView(
                page.text("help.refer.of", file.person().name()),
                HelpWords.base(file) + "/referrals/new",
                HelpWords.base(file),
                Option.of(Referral.Body.class, "help.body", page),
                form);
    }
}
