package org.guitu.web.help;

import java.util.List;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/**
 * The words of the form about relief.
 *
 * @param given what was given already, to be withdrawn if it was entered by mistake
 */
public record ReliefView(String title, String action, String cancel, List<Option> kinds, List<Given> given, Form form) {

    /** One entry. */
    public record Given(String words, String withdraw) {}

    static ReliefView of(Page page, HelpFile file, Form form) {
        String base = HelpWords.base(file);
        return new ReliefView(
                page.text("help.relieve.of", file.person().name()),
                base + "/relief",
                base,
                Option.of(Relief.Kind.class, "help.relief", page),
                file.relief().stream()
                        .map(relief -> new Given(
                                page.text(
                                        "help.relief.one",
                                        page.times().date(relief.day()),
                                        page.text("help.relief." + relief.kind()),
                                        relief.giver()),
                                base + "/relief/" + relief.id() + "/withdraw"))
                        .toList(),
                form);
    }
}
