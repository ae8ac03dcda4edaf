package org.guitu.web.resettlement;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guitu.web.form.Fields;
import org.jspecify.annotations.Nullable;

/** Reasons between forms, rows and code. */
final class KeyReasons {

    private KeyReasons() {}

    static List<KeyReason> read(List<String> raw, Fields fields) {
        return raw.stream()
                .filter(name -> !name.isBlank())
                .map(name -> fields.optionalChoice("keyReasons", name, KeyReason.class))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    static List<KeyReason> of(@Nullable Array array) throws SQLException {
        return array == null
                ? List.of()
                : Arrays.stream((String[]) array.getArray())
                        .map(KeyReason::valueOf)
                        .toList();
    }

    static String[] names(List<KeyReason> reasons) {
        return reasons.stream().map(KeyReason::name).toArray(String[]::new);
    }
}
