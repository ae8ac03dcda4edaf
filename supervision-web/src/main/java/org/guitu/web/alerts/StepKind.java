package org.guitu.web.alerts;

import java.util.Locale;

/** One act in the life of an alert. */
public enum StepKind {
    /** The platform: a finding opened it. */
    OPENED(By.PLATFORM),
    /** The platform: the same cause again. */
    RECURRED(By.PLATFORM),
    /** The platform: all its findings have ended. */
    ENDED(By.PLATFORM),
    /** The platform: later evidence shows that it lasts, or that it stands after all. */
    RESUMED(By.PLATFORM),
    /** The platform: later evidence took its findings back. */
    WITHDRAWN(By.PLATFORM),
    ACKNOWLEDGED(By.OFFICER),
    UNACKNOWLEDGED(By.OFFICER),
    CALLED(By.CONTACT),
    VIDEO_CALLED(By.CONTACT),
    LOCATED(By.VERIFICATION),
    VISITED(By.CONTACT),
    NOTED(By.OFFICER),
    RESOLVED(By.OFFICER);

    private enum By {
        PLATFORM,
        OFFICER,
        VERIFICATION,
        CONTACT
    }

    private final By by;

    StepKind(By by) {
        this.by = by;
    }

    /** The last part of its name in the audit. */
    String action() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether an officer may record it as a step of verifying: call, video, locate, visit, or a plain note. */
    public boolean recordable() {
        return verifies() || this == NOTED;
    }

    /** Whether it is one of the domain's ways to verify. */
    public boolean verifies() {
        return by == By.CONTACT || by == By.VERIFICATION;
    }

    /** Whether the person was spoken to or met. */
    public boolean contacts() {
        return by == By.CONTACT;
    }
}
