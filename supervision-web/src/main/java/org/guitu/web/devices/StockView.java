package org.guitu.web.devices;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guitu.web.ui.Page;

/** The words of the stock: what each organisation holds, by state. */
public record StockView(List<String> states, List<Row> rows) {

    /** What one organisation holds of one kind. */
    public record Row(String organisation, String kind, List<Cell> cells, String total) {}

    /** How many are in one state; it leads to them. */
    public record Cell(String state, String count, String href) {}

    private record Key(long organisationId, String name, DeviceKind kind) {}

    static StockView of(Page page, List<StateStore.Count> counts) {
        Map<Key, Map<DeviceState, Long>> held = new LinkedHashMap<>();
        counts.forEach(count -> held.computeIfAbsent(
                        new Key(count.organisationId(), count.organisationName(), count.kind()),
                        key -> new EnumMap<>(DeviceState.class))
                .put(count.state(), count.devices()));
        return new StockView(
                Arrays.stream(DeviceState.values())
                        .map(state -> page.text("devices.state." + state))
                        .toList(),
                held.entrySet().stream()
                        .map(entry -> row(page, entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Row row(Page page, Key key, Map<DeviceState, Long> counts) {
        List<Cell> cells = Arrays.stream(DeviceState.values())
                .map(state -> {
                    long count = counts.getOrDefault(state, 0L);
                    return new Cell(
                            page.text("devices.state." + state),
                            Long.toString(count),
                            count == 0 ? "" : "/devices?state=" + state + "&organisation=" + key.organisationId());
                })
                .toList();
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        return new Row(key.name(), page.text("devices.kind." + key.kind()), cells, Long.toString(total));
    }
}
