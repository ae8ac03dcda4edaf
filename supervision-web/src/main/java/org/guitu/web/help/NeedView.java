package org.guitu.web.help;

import java.util.List;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/** The words of the form about one need. */
public record NeedView(String title, String action, String cancel, List<Option> answers, Form form) {

    static NeedView of(Page page, HelpFile file, Need need, Form form) {
        return new NeedView(
                page.text("help.need.of", file.person().name(), page.text("help.need." + need)),
                HelpWords.base(file) + "/needs/" + need,
                HelpWords.base(file),
                need.answers().stream()
                        .map(answer -> new Option(answer.name(), page.text("help.answer." + answer)))
                        .toList(),
                form);
    }
}
