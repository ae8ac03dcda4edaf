package org.guitu.web.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.guitu.web.http.Form;

/** One field in which what someone else has saved meanwhile is not what this editor wrote; in finished words. */
public record Difference(String label, String theirs, String yours) {

    /**
     * The fields that differ.
     *
     * @param label the words of a field by its name
     * @param words what a field's value is called: {@code (field, value)}
     */
    public static List<Difference> between(
            Form theirs,
            Form mine,
            List<String> fields,
            java.util.function.UnaryOperator<String> label,
            BinaryOperator<String> words) {
        List<Difference> differences = new ArrayList<>();
        for (String field : fields) {
            if (!theirs.text(field).equals(mine.text(field))) {
                differences.add(new Difference(
                        label.apply(field),
                        words.apply(field, theirs.text(field)),
                        words.apply(field, mine.text(field))));
            }
        }
        return differences;
    }
}
