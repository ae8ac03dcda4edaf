package org.guitu.web.people;

import java.util.List;
import java.util.Optional;

/**
 * One box on the person's page, in finished words.
 *
 * @param tone {@code ""}, {@code good}, {@code warn} or {@code bad}: how its notice is to be read
 * @param notice one sentence above the lines, {@code ""} for none
 * @param empty what stands in place of no lines
 * @param strip days as bars, above the lines
 */
public record Panel(
        String id,
        String title,
        String tone,
        String notice,
        List<Line> lines,
        String empty,
        List<Action> actions,
        Optional<Strip> strip) {

    /**
     * One line.
     *
     * @param href where it leads, {@code ""} for nowhere
     * @param badge a short word of its state, {@code ""} for none
     * @param links further places it leads to
     */
    public record Line(String title, String detail, String href, String badge, String tone, List<Action> links) {
        public Line {
            links = List.copyOf(links);
        }

        public Line(String title, String detail, String href, String badge, String tone) {
            this(title, detail, href, badge, tone, List.of());
        }
    }

    /**
     * Something one can do.
     *
     * @param post whether it is done at once; else it leads to a page
     * @param confirm what is asked before it is done, {@code ""} for nothing
     */
    public record Action(String label, String href, boolean post, String confirm, boolean primary) {

        public static Action link(String label, String href) {
            return new Action(label, href, false, "", false);
        }

        public static Action post(String label, String href, String confirm) {
            return new Action(label, href, true, confirm, false);
        }
    }

    /**
     * Days as bars of stacked parts, the oldest first.
     *
     * @param told the same in a sentence
     */
    public record Strip(int width, int height, List<Bar> bars, List<Key> keys, String told) {
        public Strip {
            bars = List.copyOf(bars);
            keys = List.copyOf(keys);
        }
    }

    /** One day; its words show where it is pointed at. */
    public record Bar(int x, String words, List<Part> parts) {
        public Bar {
            parts = List.copyOf(parts);
        }
    }

    /** A part of a day; its look is a CSS name. */
    public record Part(String look, String y, String height) {}

    /** What a look means. */
    public record Key(String look, String words) {}

    /** A box of lines alone. */
    public Panel(
            String id, String title, String tone, String notice, List<Line> lines, String empty, List<Action> actions) {
        this(id, title, tone, notice, lines, empty, actions, Optional.empty());
    }

    public Panel {
        lines = List.copyOf(lines);
        actions = List.copyOf(actions);
    }
}
