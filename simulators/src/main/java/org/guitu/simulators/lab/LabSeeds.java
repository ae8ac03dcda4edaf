package org.guitu.simulators.lab;

/** Which days may be looked at for what. */
public final class LabSeeds {

    /** The first seed for tuning: look at these days as often as you like. */
    public static final long TUNING_FIRST = 1;

    /**
     * The first seed of the examination; all above belong to it. NEVER to be used for tuning: whoever changes a constant of the filter after
     * having looked at a single day from here must move this number up beyond the days seen, in the same commit.
     * (It has happened once: days from 1,000,000 on were seen before the error model of cell fixes was settled.)
     */
    public static final long TEST_FIRST = 2_000_000;

    private LabSeeds() {}
}
