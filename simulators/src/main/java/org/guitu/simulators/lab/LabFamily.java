package org.guitu.simulators.lab;

/** How bad the receivers are. The figures are asserted on {@link #DEFAULT}; the others tell how far they carry. */
public enum LabFamily {
    /** A good receiver in a house with windows. */
    MILD,
    /**
     * On these days a test of each fix by itself raises about twenty false findings, and "two consecutive fixes clear of their accuracy" about
     * 0.15: the noise was fitted to these two numbers, not to any filter.
     */
    DEFAULT,
    /** A cheap receiver in a concrete block. */
    HARSH;

    /** Its parameters. */
    public LabNoise noise() {
        return switch (this) {
            case MILD -> LabNoise.MILD;
            case DEFAULT -> LabNoise.DEFAULT;
            case HARSH -> LabNoise.HARSH;
        };
    }
}
