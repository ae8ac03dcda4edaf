package org.guitu.web.demo;

/** The demo cannot go on; the message tells the person at the keyboard why, in Chinese and English, without a stack trace. */
final class DemoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoException(String chinese, String english) {
        super(chinese + System.lineSeparator() + english);
    }
}
