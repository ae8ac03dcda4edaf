package org.guitu.web.papers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guitu.web.access.Staff;
import org.guitu.web.papers.TemplateReader.Reading;
import org.guitu.web.papers.TemplateStore.Own;
import org.jdbi.v3.core.Handle;

/** Which template a paper is made from, and what templates may name. Thread-safe. */
final class Templates {

    private final List<FactName> offered;
    private final Set<String> names;
    private final Map<PaperKind, PaperTemplate> shipped = new ConcurrentHashMap<>();

    Templates(List<PaperSource> sources) {
        offered = Stream.concat(CoreFacts.PAPER.stream(), sources.stream().flatMap(source -> source.offers().stream()))
                .toList();
        names = offered.stream().map(FactName::name).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The template in force for a member of staff.
     *
     * @param own of what organisation it is; empty: the shipped one
     * @param template empty if it names facts that nothing fills any more
     */
    record InForce(Optional<Own> own, Optional<PaperTemplate> template) {}

    List<FactName> offered() {
        return offered;
    }

    /** The message key of what a fact is called. */
    String labelKey(String name) {
        return offered.stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .map(FactName::labelKey)
                .orElse("papers.fact.unknown");
    }

    Reading read(byte[] content) {
        return TemplateReader.read(content, names);
    }

    Reading read(String source) {
        return TemplateReader.read(source, names);
    }

    InForce inForce(Handle handle, Staff staff, PaperKind kind) {
        Optional<Own> own =
                Optional.ofNullable(TemplateStore.inForce(handle, staff).get(kind));
        return new InForce(
                own,
                own.isEmpty() ? Optional.of(shipped(kind)) : good(read(own.get().source())));
    }

    /** The template that comes with the program. */
    PaperTemplate shipped(PaperKind kind) {
        return shipped.computeIfAbsent(
                kind,
                missing -> good(read(shippedSource(missing)))
                        .orElseThrow(() ->
                                new IllegalStateException("the shipped template of " + missing + " is not good")));
    }

    /** What stands for the facts where a template is looked at without a person. */
    PaperFacts samples(PaperTemplate template) {
        PaperFacts facts = new PaperFacts();
        template.fields().forEach(field -> facts.put(field.name(), field.sample()));
        offered.forEach(fact -> facts.put(fact.name(), fact.sample()));
        return facts;
    }

    static String shippedSource(PaperKind kind) {
        String file = "papers/" + kind.slug() + ".html";
        try (InputStream in = Templates.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    private static Optional<PaperTemplate> good(Reading reading) {
        return switch (reading) {
            case Reading.Good(PaperTemplate template) -> Optional.of(template);
            case Reading.Bad ignored -> Optional.empty();
        };
    }
}
