package org.guitu.web;

import org.guitu.web.cli.GuituCommand;

/** The command {@code guitu}. */
public final class Guitu {

    private Guitu() {}

    public static void main(String[] arguments) {
        System.exit(GuituCommand.run(arguments));
    }
}
