package org.guitu.web.form;

import java.util.Arrays;
import java.util.List;
import org.guitu.web.ui.Page;

/** One thing to choose in a list. */
public record Option(String value, String label) {

    /** All constants of an enum, worded by {@code <prefix>.<NAME>}. */
    public static <E extends Enum<E>> List<Option> of(Class<E> type, String prefix, Page page) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> new Option(constant.name(), page.text(prefix + "." + constant.name())))
                .toList();
    }
}
