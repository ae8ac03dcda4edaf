package org.guitu.web.papers;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A template that was looked through and found good.
 *
 * @param source as it was written
 * @param title of the paper
 * @param fields what the officer is asked for
 * @param names every fact it names
 * @param optional those of them it can do without: the template says what to do without them, or declares that they may be left empty
 */
public record PaperTemplate(
        String source, String title, List<FieldSpec> fields, Set<String> names, Set<String> optional) {

    public PaperTemplate {
        fields = List.copyOf(fields);
        names = Set.copyOf(names);
        optional = Set.copyOf(optional);
    }

    Optional<FieldSpec> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The facts without which the paper has a hole. */
    List<String> holes(PaperFacts facts) {
        return names.stream()
                .filter(name -> facts.value(name).isEmpty() && !optional.contains(name))
                .sorted()
                .toList();
    }

    /** The facts that are empty and may be. */
    List<String> spaces(PaperFacts facts) {
        return names.stream()
                .filter(name -> facts.value(name).isEmpty() && optional.contains(name))
                .sorted()
                .toList();
    }
}
