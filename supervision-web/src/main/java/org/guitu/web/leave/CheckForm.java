package org.guitu.web.leave;

/**
 * A check as written in a form.
 *
 * @param way a {@link LeaveCheck.Way}
 * @param at by the wall clock of the responsible organisation; blank: now
 * @param place where the person was
 */
public record CheckForm(String way, String at, String place, String note) {}
