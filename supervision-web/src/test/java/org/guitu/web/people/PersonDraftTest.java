package org.guitu.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problem;
import org.guitu.web.form.Problems;
import org.junit.jupiter.api.Test;

class PersonDraftTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void wholeFormIsCheckedAtOnce() {
        Problems problems = read(PersonForm.of(Map.of(
                "name", " ",
                "sex", "X",
                "bornOn", "2030-01-01",
                "identityNumber", "123",
                "termFrom", "2026-05-01",
                "termTo", "2026-04-30")));
        assertThat(problems.byField().keySet())
                .containsExactlyInAnyOrder(
                        "caseNumber",
                        "name",
                        "sex",
                        "bornOn",
                        "identityNumber",
                        "category",
                        "supervisionClass",
                        "termTo");
    }

    @Test
    void identityNumberMustAgreeWithBirthAndSex() {
        Problems problems = read(PersonForm.of("T-1", "测试甲", "", Sex.MALE, Category.PROBATION)
                .with("bornOn", "1950-01-01")
                .with("identityNumber", "11010519491231002X"));
        assertThat(problems.find("bornOn")).contains(Problem.of("people.error.born-differs", "1949-12-31"));
        assertThat(problems.find("sex")).contains(Problem.of("people.error.sex-differs"));
    }

    @Test
    void birthIsTakenFromTheIdentityNumber() {
        Fields fields = new Fields();
        PersonDraft draft = PersonDraft.read(
                PersonForm.of("T-1", "测试甲", "", Sex.FEMALE, Category.PROBATION)
                        .with("identityNumber", "11010519491231002x"),
                fields,
                TODAY);
        fields.refuseIfAny();
        assertThat(draft.bornOn()).contains(LocalDate.of(1949, 12, 31));
        assertThat(draft.identityNumber()).contains("11010519491231002X");
    }

    private static Problems read(PersonForm form) {
        Outcome<PersonDraft> outcome = Outcome.of(() -> {
            Fields fields = new Fields();
            PersonDraft draft = PersonDraft.read(form, fields, TODAY);
            fields.refuseIfAny();
            return draft;
        });
        return outcome instanceof Outcome.Invalid<PersonDraft>(Problems problems) ? problems : Problems.none();
    }
}
