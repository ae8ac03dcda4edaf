package org.guitu.web.places;

import java.util.List;
import org.guitu.geofence.places.Meeting;
import org.guitu.web.access.Organisation;
import org.guitu.web.places.QuestionStore.Subject;

/**
 * The answer who was together.
 *
 * @param met the newest first
 * @param cut whether there were more pairs than were looked at
 * @param unseen of whom nothing is known
 */
record Together(
        Question question,
        Question.About.Meetings asked,
        Organisation organisation,
        List<Met> met,
        boolean cut,
        Unseen unseen) {

    /** One meeting of a pair. */
    record Met(Subject one, Subject other, Meeting meeting) {}
}
