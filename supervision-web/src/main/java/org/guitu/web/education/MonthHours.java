package org.guitu.web.education;

/**
 * What was done of a branch in a month, and what is due.
 *
 * @param doneMinutes that count
 * @param dueHours 0: nothing is due
 */
record MonthHours(int doneMinutes, int dueHours) {

    boolean met() {
        return doneMinutes >= dueHours * 60;
    }

    /** Minutes that are missing, 0 for none. */
    int missingMinutes() {
        return Math.max(0, dueHours * 60 - doneMinutes);
    }
}
