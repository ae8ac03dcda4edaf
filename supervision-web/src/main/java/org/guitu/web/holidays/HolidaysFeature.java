package org.guitu.web.holidays;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.ui.Page;

/** The page about holidays, beside that of the figures they are counted with. */
public final class HolidaysFeature implements Feature {

    private static final String PATH = "/limits/holidays";
    private static final int UPLOAD_BYTES_MAX = 128 << 10;

    private final HolidayService holidays;

    public HolidaysFeature(HolidayService holidays) {
        this.holidays = holidays;
    }

    @Override
    public String name() {
        return "holidays";
    }

    @Override
    public void mount(Routes routes) {
        routes.page(PATH, Permission.VIEW_LIMITS, this::show);
        routes.form(PATH, Permission.EDIT_LIMITS, this::add);
        routes.form(PATH + "/remove", Permission.EDIT_LIMITS, this::remove);
        routes.upload(PATH + "/import", Permission.EDIT_LIMITS, UPLOAD_BYTES_MAX, this::bring);
    }

    private Reply show(Request request) {
        Organisation place = place(request, request.query("organisation").orElse(""));
        int year = request.queryLong("year").isPresent()
                ? Math.clamp(request.queryLong("year").getAsLong(), 2000, 2100)
                : holidays.today(place).getYear();
        return page(request, place, year, Form.empty(), Form.empty(), page -> Optional.empty(), 200);
    }

    private Reply page(
            Request request,
            Organisation place,
            int year,
            Form form,
            Form list,
            Function<Page, Optional<HolidaysView.Checked>> checked,
            int status) {
        List<Organisation> all = holidays.organisations(request.staff());
        HolidayService.Year days = holidays.year(place, year);
        int thisYear = holidays.today(place).getYear();
        return Reply.html(
                        "holidays/holidays",
                        page -> HolidaysView.of(page, all, place, days, thisYear, form, list, checked.apply(page)))
                .withStatus(status);
    }

    private Reply add(Request request) {
        Form form = request.form();
        return answer(
                request,
                form,
                holidays.add(
                        request.staff(),
                        form.text("organisation"),
                        form.text("day"),
                        form.text("kind"),
                        form.text("name")));
    }

    private Reply remove(Request request) {
        Form form = request.form();
        return answer(request, form, holidays.remove(request.staff(), form.text("organisation"), form.text("day")));
    }

    /** Looks a list through, and enters it where the form says so. */
    private Reply bring(Request request) {
        Form form = request.form();
        Organisation place = place(request, form.text("organisation"));
        byte[] sent = request.file("file");
        String text =
                sent.length > 0 ? new String(sent, StandardCharsets.UTF_8).replace("\uFEFF", "") : form.text("list");
        HolidayFile file = HolidayFile.read(text);
        int year = file.days().keySet().stream()
                .findFirst()
                .orElse(holidays.today(place))
                .getYear();
        Form list = Form.filled(Map.of("list", text));
        if (form.text("apply").equals("yes") && file.faults().isEmpty()) {
            return answer(
                    request,
                    list,
                    holidays.apply(request.staff(), form.text("organisation"), file)
                            .map(changed -> year));
        }
        if (file.days().isEmpty() && file.faults().isEmpty()) {
            list.reject("list", "holidays.error.empty");
            return page(request, place, year, Form.empty(), list, page -> Optional.empty(), 422);
        }
        List<HolidayChange> changes = holidays.compare(place, file);
        return page(
                request,
                place,
                year,
                Form.empty(),
                list,
                page -> Optional.of(HolidaysView.checked(page, file, changes)),
                file.faults().isEmpty() ? 200 : 422);
    }

    private Reply answer(Request request, Form form, Outcome<Integer> outcome) {
        String organisation = request.form().text("organisation");
        return switch (outcome) {
            case Outcome.Ok<Integer>(Integer year) ->
                Reply.redirect(PATH + "?organisation=" + organisation + "&year=" + year);
            case Outcome.Invalid<Integer>(Problems problems) -> {
                Organisation place = place(request, organisation);
                yield page(
                        request,
                        place,
                        holidays.today(place).getYear(),
                        Answers.refused(form, problems),
                        Form.empty(),
                        page -> Optional.empty(),
                        422);
            }
        };
    }

    private Organisation place(Request request, String organisation) {
        return organisation.isEmpty()
                ? request.staff().organisation()
                : holidays.organisations(request.staff()).stream()
                        .filter(known -> Long.toString(known.id()).equals(organisation))
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
    }
}
