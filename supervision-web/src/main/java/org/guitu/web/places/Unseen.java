package org.guitu.web.places;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guitu.ingest.store.Whereabouts.Watched;
import org.guitu.web.places.QuestionStore.Subject;

/**
 * The people of whom nothing is known in a period.
 *
 * @param silent a basis allowed to collect, and nothing came
 * @param unmonitored there was no basis, so nothing was collected
 */
record Unseen(List<Subject> silent, List<Subject> unmonitored) {

    /**
     * @param monitored who had a basis in the period
     * @param watched what is known of whom
     */
    static Unseen of(List<Subject> subjects, Set<Long> monitored, Map<Long, Watched> watched) {
        List<Subject> unseen = subjects.stream()
                .filter(subject -> nothing(watched.get(subject.id())))
                .toList();
        return new Unseen(
                unseen.stream()
                        .filter(subject -> monitored.contains(subject.id()))
                        .toList(),
                unseen.stream()
                        .filter(subject -> !monitored.contains(subject.id()))
                        .toList());
    }

    private static boolean nothing(@org.jspecify.annotations.Nullable Watched watched) {
        return watched == null || (watched.fixes() == 0 && watched.observed().compareTo(Duration.ZERO) <= 0);
    }
}
