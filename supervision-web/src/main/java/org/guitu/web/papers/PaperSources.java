package org.guitu.web.papers;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.guitu.web.ui.Messages;

/** What papers know without any other feature, and what those bring. */
public final class PaperSources {

    private PaperSources() {}

    /**
     * The Chinese words that papers and ledgers are made with.
     *
     * @param more features whose sources have words of their own
     */
    public static Messages words(String... more) {
        return Messages.load(Stream.concat(Stream.of("papers", "people", "orders"), Stream.of(more))
                .toList());
    }

    /**
     * All sources, the core ones first.
     *
     * @param more of other features, each with a prefix of its own; a later one wins
     */
    public static List<PaperSource> with(Messages words, InstantSource clock, PaperSource... more) {
        return Stream.concat(
                        Stream.of(new FileSource(words), new OrganisationSource(), new LocationSource(words, clock)),
                        Stream.of(more))
                .toList();
    }
}
