package org.guitu.web.orders;

import org.guitu.web.ui.Page;

/** What is said of an application. */
final class ApplicationWords {

    private ApplicationWords() {}

    static String title(Page page, Application application) {
        return page.text(application.renews().isPresent() ? "orders.application.renewal" : "orders.application.first");
    }

    static String term(Page page, Application application) {
        return page.text(
                "orders.term",
                page.times().date(application.firstDay()),
                page.times().date(application.lastDay()));
    }

    static String state(Page page, Application application) {
        return page.text("orders.application." + application.state());
    }

    static String tone(Application application) {
        return switch (application.state()) {
            case PROPOSED -> "warn";
            case APPROVED -> "good";
            case REFUSED, WITHDRAWN -> "none";
        };
    }

    /** Who applied when. */
    static String applied(Page page, Application application) {
        return page.text(
                "orders.applied-by", application.appliedBy(), page.times().minute(application.appliedAt()));
    }

    /** Who decided what when, {@code ""} while it waits. */
    static String decided(Page page, Application application) {
        return application
                .decidedAt()
                .map(at -> page.text(
                        "orders.decided-by." + application.state(),
                        application.decidedBy(),
                        page.times().minute(at),
                        application.documentNumber()))
                .orElse("");
    }

    static String reason(Page page, Application application) {
        return application.reason().equals("released") ? page.text("orders.reason.released") : application.reason();
    }
}
