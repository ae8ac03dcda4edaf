package org.guitu.web.people;

import java.util.List;

/**
 * One box on the person's page, in finished words.
 *
 * @param tone {@code ""}, {@code good}, {@code warn} or {@code bad}: how its notice is to be read
 * @param notice one sentence above the lines, {@code ""} for none
 * @param empty what stands in place of no lines
 */
public record Panel(
        String id, String title, String tone, String notice, List<Line> lines, String empty, List<Action> actions) {

    /**
     * One line.
     *
     * @param href where it leads, {@code ""} for nowhere
     * @param badge a short word of its state, {@code ""} for none
     */
    public record Line(String title, String detail, String href, String badge, String tone) {}

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

    public Panel {
        lines = List.copyOf(lines);
        actions = List.copyOf(actions);
    }
}
