package org.guitu.web.cli;

import java.sql.SQLException;

/** An exception as one sentence for the person at the terminal. */
final class Failures {

    private Failures() {}

    static String sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return "the database refused or is away (数据库连接失败或被拒绝): " + firstLine(String.valueOf(sql.getMessage()));
            }
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.equals(failure) ? words(failure) : words(failure) + ": " + words(root);
    }

    private static String words(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : firstLine(message);
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
