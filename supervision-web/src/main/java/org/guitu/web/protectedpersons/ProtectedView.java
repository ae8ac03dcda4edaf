package org.guitu.web.protectedpersons;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.web.devices.DeviceHands;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/**
 * The words of a protected person's page.
 *
 * @param notice whether anything is collected now, and if nothing, why
 * @param mayConsent whether a new consent can be entered
 */
public record ProtectedView(
        long id,
        String name,
        String phone,
        String note,
        String organisation,
        String notice,
        String tone,
        List<String> consents,
        boolean mayConsent,
        List<Device> devices,
        List<Option> free,
        List<Order> orders,
        String today,
        Form form) {

    /** A device in their hands, now or once. */
    public record Device(long id, String title, String period, boolean held) {}

    /**
     * An order that names them.
     *
     * @param href empty where the reader may not open it
     */
    public record Order(String title, Optional<String> href, String period, boolean over) {}

    static ProtectedView of(
            Page page, ProtectedPerson person, List<DeviceHands.Free> free, Form form, LocalDate today) {
        String missing = missing(person);
        return new ProtectedView(
                person.id(),
                person.name(),
                person.phone(),
                person.note(),
                person.organisationName(),
                page.text("protectedpersons.collecting." + missing),
                missing.equals("now") ? "good" : "none",
                person.consents().stream()
                        .map(consent -> consent(page, consent))
                        .toList(),
                person.consent().isEmpty(),
                person.devices().stream().map(held -> device(page, held)).toList(),
                free.stream().map(device -> option(page, device)).toList(),
                person.orders().stream().map(order -> order(page, order)).toList(),
                today.toString(),
                form);
    }

    /** {@code now}, or the first of consent, device and order that is not there. */
    private static String missing(ProtectedPerson person) {
        if (person.consent().isEmpty()) {
            return "no-consent";
        }
        if (person.held().isEmpty()) {
            return "no-device";
        }
        return person.orders().stream().anyMatch(order -> !order.over()) ? "now" : "no-order";
    }

    private static String consent(Page page, ProtectedPerson.Consent consent) {
        String given = page.text(
                "protectedpersons.consent.words",
                consent.documentNumber(),
                page.times().date(consent.signedOn()),
                page.times().minute(consent.from()),
                consent.recordedBy());
        return consent.withdrawnAt()
                .map(at -> given
                        + page.text(
                                "protectedpersons.consent.withdrawn",
                                page.times().minute(at))
                        + (consent.withdrawalReason().isEmpty() ? "" : " " + consent.withdrawalReason()))
                .orElse(given);
    }

    private static Device device(Page page, ProtectedPerson.Held held) {
        return new Device(
                held.deviceId(),
                page.text("devices.kind." + held.kind()) + " " + held.identity(),
                period(page, held.from(), held.to()),
                held.to().isEmpty());
    }

    private static Option option(Page page, DeviceHands.Free device) {
        String title = page.text("devices.kind." + device.kind()) + " " + device.identity();
        return new Option(
                Long.toString(device.id()), device.model().isEmpty() ? title : title + " · " + device.model());
    }

    private static Order order(Page page, ProtectedPerson.NamedBy order) {
        Optional<Instant> to = order.to().equals(Instant.MAX) ? Optional.empty() : Optional.of(order.to());
        return new Order(
                order.person()
                        .map(name -> page.text("protectedpersons.order", name))
                        .orElseGet(() -> page.text("protectedpersons.order.hidden")),
                order.person().map(name -> "/people/" + order.personId() + "/rules/" + order.ruleId()),
                period(page, order.from(), to),
                order.over());
    }

    private static String period(Page page, Instant from, Optional<Instant> to) {
        return page.times().minute(from) + " – " + to.map(page.times()::minute).orElse("");
    }
}
