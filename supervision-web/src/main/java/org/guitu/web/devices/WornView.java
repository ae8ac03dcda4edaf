package org.guitu.web.devices;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.ui.Page;

/**
 * The words about one wearing.
 *
 * @param check the check after it was put on; empty for a phone
 * @param mayCheck whether the reader may tick what was seen
 */
public record WornView(
        long deviceId,
        String device,
        String deviceHref,
        String person,
        String personHref,
        String from,
        String to,
        String days,
        String straps,
        String silences,
        String observed,
        List<Item> check,
        boolean mayCheck) {

    /** One item of the check. */
    public record Item(String name, String label, boolean seen, String detail) {}

    static WornView of(Page page, StockService.Worn worn) {
        Wearing wearing = worn.wearing();
        Compliance went = worn.compliance();
        return new WornView(
                wearing.deviceId(),
                DeviceWords.kind(page, wearing.kind()) + " " + wearing.identity(),
                page.may(Permission.VIEW_DEVICES) ? "/devices/" + wearing.deviceId() : "",
                wearing.personName(),
                page.may(Permission.VIEW_PEOPLE) ? "/people/" + wearing.personId() : "",
                page.times().minute(wearing.from()),
                wearing.to().map(page.times()::minute).orElse(page.text("devices.still")),
                DeviceWords.span(page, went.worn()),
                Long.toString(went.strapAlarms()),
                Long.toString(went.silences()),
                went.observedShare()
                        .map(share -> page.text("devices.percent", Long.toString(Math.round(share * 100))))
                        .orElse(page.text("devices.nothing")),
                worn.fitting().map(fitting -> items(page, fitting)).orElse(List.of()),
                wearing.to().isEmpty() && page.may(Permission.EDIT_PEOPLE));
    }

    private static List<Item> items(Page page, Fitting fitting) {
        return Arrays.stream(FittingItem.values())
                .map(item -> {
                    Optional<Fitting.Seen> seen =
                            Optional.ofNullable(fitting.seen().get(item));
                    return new Item(
                            item.name(),
                            page.text("devices.fitting." + item),
                            seen.isPresent(),
                            seen.map(one -> seen(page, one)).orElse(page.text("devices.fitting.missing")));
                })
                .toList();
    }

    private static String seen(Page page, Fitting.Seen seen) {
        String at = page.times().minute(seen.at());
        return seen.by()
                .map(by -> page.text("devices.fitting.by", at, by))
                .orElse(page.text("devices.fitting.found", at));
    }
}
