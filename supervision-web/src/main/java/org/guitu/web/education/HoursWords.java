package org.guitu.web.education;

import org.guitu.web.people.Panel;
import org.guitu.web.ui.Page;

/** Hours in words. */
final class HoursWords {

    private HoursWords() {}

    /** {@code 4 of 12 hours}, or what was done where nothing is due. */
    static String done(Page page, MonthHours hours) {
        String done = HoursText.hours(hours.doneMinutes());
        return hours.dueHours() == 0
                ? page.text("education.done-only", done)
                : page.text("education.done-of", done, Integer.toString(hours.dueHours()));
    }

    /** How far it is. */
    static String state(Page page, MonthHours hours) {
        if (hours.dueHours() == 0) {
            return page.text("education.none-due");
        }
        return hours.met()
                ? page.text("education.full")
                : page.text("education.missing", HoursText.hours(hours.missingMinutes()));
    }

    static String tone(MonthHours hours) {
        return hours.dueHours() == 0 ? "none" : hours.met() ? "good" : "warn";
    }

    static Panel.Line line(Page page, Branch branch, MonthHours hours, boolean able) {
        return new Panel.Line(
                page.text("education.branch." + branch),
                done(page, hours),
                "",
                able ? state(page, hours) : page.text("education.unable"),
                able ? tone(hours) : "none");
    }
}
