package org.guitu.web.tools;

/**
 * One line of the doctor.
 *
 * @param name what was looked at, in Chinese and English where it is no proper name
 * @param state how it stands
 * @param detail what was found: a version, a path, a number
 * @param remedy the command or step that mends it; empty when nothing is to be done
 */
record Check(String name, State state, String detail, String remedy) {

    /** How bad it is. Only {@link #MISSING} makes the doctor's exit code 1. */
    enum State {
        OK("正常 ok"),
        OPTIONAL("可选 optional"),
        MISSING("缺少 missing");

        private final String words;

        State(String words) {
            this.words = words;
        }
    }

    static Check ok(String name, String detail) {
        return new Check(name, State.OK, detail, "");
    }

    static Check optional(String name, String detail, String remedy) {
        return new Check(name, State.OPTIONAL, detail, remedy);
    }

    static Check missing(String name, String detail, String remedy) {
        return new Check(name, State.MISSING, detail, remedy);
    }

    String line() {
        String first = "  %s · %s · %s".formatted(state.words, name, detail);
        return remedy.isEmpty() ? first : first + System.lineSeparator() + "      → " + remedy;
    }
}
