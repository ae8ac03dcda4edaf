package org.guitu.geofence.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The open stretches of a weekly pattern with its exceptions, over a range of dates. */
record ExceptionSpans(WeeklySchedule weekly, ScheduleExceptions except) {

    List<Span> spans(LocalDate first, LocalDate last) {
        var spans = new ArrayList<Span>();
        // A window of the days before may run on into the first.
        for (LocalDate date = first.minusDays(2); !date.isAfter(last); date = date.plusDays(1)) {
            List<ScheduleExceptions.Hours> instead = except.days().get(date);
            if (instead == null) {
                weekly.opening(date, spans);
            } else {
                for (ScheduleExceptions.Hours hours : instead) {
                    weekly.add(date, hours.from(), hours.to(), spans);
                }
            }
        }
        List<Span> open = Span.merged(spans);
        for (ScheduleExceptions.Pause pause : except.pauses()) {
            Instant from = weekly.firstReached(pause.from());
            Instant to = weekly.firstReached(pause.to());
            if (from.isBefore(to)) {
                open = Span.without(open, List.of(new Span(from, to)));
            }
        }
        return open;
    }

    /** The stretch around an instant, of which nothing is known before {@code from} nor after {@code to}. */
    static Phase phase(Instant at, List<Span> spans, Instant from, Instant to) {
        Instant closedSince = from;
        for (Span span : spans) {
            if (at.isBefore(span.from())) {
                return new Phase(false, closedSince, earlier(span.from(), to));
            }
            if (at.isBefore(span.to())) {
                return new Phase(true, later(span.from(), from), earlier(span.to(), to));
            }
            closedSince = later(span.to(), from);
        }
        return new Phase(false, closedSince, to);
    }

    static LocalDate firstDate(ScheduleExceptions except) {
        return Stream.concat(
                        except.days().keySet().stream(),
                        except.pauses().stream().map(pause -> pause.from().toLocalDate()))
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    static LocalDate lastDate(ScheduleExceptions except) {
        return Stream.concat(
                        except.days().keySet().stream(),
                        except.pauses().stream().map(pause -> pause.to().toLocalDate()))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
