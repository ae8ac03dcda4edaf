package org.guitu.web.resettlement;

import java.util.List;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.people.Sex;
import org.guitu.web.ui.Choice;
import org.guitu.web.ui.Page;

/** The form of what was told about an inmate, in words. */
public record InmateFormView(Form form, List<Option> sexes, List<Option> organisations, List<Choice> reasons) {

    static InmateFormView of(Page page, Form form, List<Option> organisations) {
        return new InmateFormView(
                form,
                Option.of(Sex.class, "people.sex", page),
                organisations,
                ResettlementWords.choices(page, form.list("keyReasons")));
    }
}
