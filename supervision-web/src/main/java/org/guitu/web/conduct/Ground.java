package org.guitu.web.conduct;

/** Why the ladder calls for a measure; each is one item of the implementing measures (IM-34, 35, 36, 46, 47, 49). */
public enum Ground {
    ABSENT_SHORT(Level.REPRIMAND),
    ABSENT_LONG(Level.WARNING),
    ABSENT_OVER_A_MONTH(Level.HEAVIEST),
    RULES_LIGHT(Level.REPRIMAND),
    RULES_HEAVIER(Level.WARNING),
    RULES_SERIOUS(Level.HEAVIEST),
    STUDY_AFTER_ADMONITION(Level.REPRIMAND),
    INJUNCTION_LIGHT(Level.WARNING),
    INJUNCTION_HEAVIER(Level.PUBLIC_SECURITY),
    INJUNCTION_SERIOUS(Level.HEAVIEST),
    REVIEW_PAPERS_AFTER_ADMONITION(Level.WARNING),
    REVIEW_PAPERS_AFTER_WARNING(Level.HEAVIEST),
    LEFT_AFTER_WARNING(Level.HEAVIEST),
    CONDITIONS_GONE(Level.HEAVIEST),
    GUARANTOR_LOST(Level.HEAVIEST),
    REPRIMANDS_AND_NO_CHANGE(Level.WARNING),
    WARNINGS_AND_NO_CHANGE(Level.HEAVIEST),
    PUNISHMENT_AND_NO_CHANGE(Level.HEAVIEST);

    /** What it calls for; the heaviest is another measure for each category. */
    enum Level {
        REPRIMAND,
        WARNING,
        PUBLIC_SECURITY,
        HEAVIEST
    }

    private final Level level;

    Ground(Level level) {
        this.level = level;
    }

    Level level() {
        return level;
    }
}
