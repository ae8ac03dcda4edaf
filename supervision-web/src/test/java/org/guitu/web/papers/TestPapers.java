package org.guitu.web.papers;

import java.time.Instant;
import java.util.List;
import org.w3c.dom.Element;

/** What tests of papers begin with. */
final class TestPapers {

    private TestPapers() {}

    static List<PaperSource> sources() {
        return PaperSources.with(PaperSources.words(), Instant::now);
    }

    /** The shipped template of a kind, filled with its samples and these facts. */
    static Element body(PaperKind kind, String... facts) {
        Templates templates = new Templates(sources());
        PaperTemplate template = templates.shipped(kind);
        PaperFacts all = templates.samples(template);
        for (int i = 0; i < facts.length; i += 2) {
            all.put(facts[i], facts[i + 1]);
        }
        return Merge.body(template, all);
    }
}
