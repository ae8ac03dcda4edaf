package org.guitu.web.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.nio.file.Path;
import java.util.Iterator;
import org.guitu.ingest.log.Storing;
import org.slf4j.LoggerFactory;

/**
 * The visitor's terminal shows progress and what has gone wrong, a line each; everything goes to a file of its own, begun anew at each
 * start.
 */
final class DemoLog {
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level %logger{24} - %msg%n";

    private DemoLog() {}

    static void to(Path file) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        for (Iterator<Appender<ILoggingEvent>> all = root.iteratorForAppenders(); all.hasNext(); ) {
            if (all.next() instanceof ConsoleAppender<ILoggingEvent> console) {
                console.setEncoder(encoder(context, "%msg%nopex%n"));
                console.addFilter(new OutagesAndErrors());
            }
        }
        PatternLayoutEncoder encoder = encoder(context, PATTERN);
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setAppend(false);
        appender.setFile(file.toString());
        appender.start();
        root.addAppender(appender);
    }

    private static PatternLayoutEncoder encoder(LoggerContext context, String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(pattern);
        encoder.start();
        return encoder;
    }

    /** An outage's beginning and end, and errors; not every attempt in between. */
    private static final class OutagesAndErrors extends Filter<ILoggingEvent> {
        @Override
        public FilterReply decide(ILoggingEvent event) {
            boolean shown = event.getLevel().isGreaterOrEqual(Level.ERROR)
                    || event.getLoggerName().equals(Storing.class.getName());
            return shown ? FilterReply.NEUTRAL : FilterReply.DENY;
        }
    }
}
