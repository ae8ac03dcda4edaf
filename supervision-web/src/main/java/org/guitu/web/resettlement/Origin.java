package org.guitu.web.resettlement;

import org.guitu.web.limits.Limit;

/** Where somebody served the sentence that is over; how long help is offered depends on it. */
public enum Origin {
    /** 刑满释放. */
    PRISON(Limit.of("resettlement.prison-months")),
    /** 解除社区矫正. */
    CORRECTIONS(Limit.of("resettlement.corrections-months"));

    @SuppressWarnings("ImmutableEnumChecker") // a record of one string
    private final Limit months;

    Origin(Limit months) {
        this.months = months;
    }

    /** How many months help is offered. */
    Limit months() {
        return months;
    }
}
