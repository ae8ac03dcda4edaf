package org.guitu.simulators.scenario;

/**
 * A device of the cast.
 *
 * @param kind bracelet or phone
 * @param identity what it calls itself on the wire: 12 digits for a bracelet, text for a phone
 * @param edition2019 whether a bracelet speaks the 2019 layout
 */
public record DemoDevice(Kind kind, String identity, boolean edition2019) {

    /** Bracelets speak JT/T 808, phones OsmAnd. */
    public enum Kind {
        BRACELET,
        PHONE
    }
}
