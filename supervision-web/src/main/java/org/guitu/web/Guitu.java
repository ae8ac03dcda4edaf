package org.guitu.web;

/** The command {@code guitu}. */
public final class Guitu {

    private Guitu() {}

    public static void main(String[] arguments) {
        System.exit(0);
    }
}
