package org.guitu.web.devices;

import java.util.Optional;

/**
 * What a list of devices is asked for.
 *
 * @param words a part of an identity, an inventory number or a model
 * @param worn empty for all, else worn or free
 * @param state empty for all
 * @param organisationId who holds it; empty for the whole subtree
 * @param afterId the id the page before ended with, 0 for the first
 * @param limit 1-200
 */
public record DeviceQuery(
        String words,
        Optional<Boolean> worn,
        Optional<DeviceState> state,
        Optional<Long> organisationId,
        long afterId,
        int limit) {

    public static DeviceQuery all() {
        return new DeviceQuery("", Optional.empty(), Optional.empty(), Optional.empty(), 0, 50);
    }
}
