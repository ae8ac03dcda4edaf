package org.guitu.simulators.device;

import org.guitu.simulators.motion.Whereabouts;

/**
 * The truth about a device at an instant.
 *
 * @param whereabouts where its wearer is
 * @param online whether the radio network reaches it; if not, it keeps its reports
 * @param strapClosed whether the strap is whole
 * @param sos whether the button is pressed
 * @param batteryPercent 0-100
 * @param charging whether it is being charged
 */
public record Moment(
        Whereabouts whereabouts,
        boolean online,
        boolean strapClosed,
        boolean sos,
        double batteryPercent,
        boolean charging) {}
