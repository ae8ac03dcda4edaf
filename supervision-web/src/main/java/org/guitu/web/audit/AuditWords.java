package org.guitu.web.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.guitu.web.access.Role;
import org.guitu.web.http.Json;
import org.guitu.web.ui.Page;

/** What the audit stores for programs, in the reader's words and time. Pure. */
final class AuditWords {

    /** A purpose is stored as its code, a colon and the reader's own words: {@code ALERT: …}. */
    private static final Pattern PURPOSE =
            Pattern.compile("(ALERT|DAILY_CHECK|LOST_CONTACT|CASE_REVIEW|OUTSIDE_REQUEST|OTHER): (.*)", Pattern.DOTALL);

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*Z");

    /** Details that have words; any other shows its own key. */
    private static final Set<String> KNOWN = Set.of(
            "from",
            "to",
            "format",
            "basis",
            "zone",
            "group",
            "places",
            "device",
            "alertId",
            "finding",
            "leave",
            "permit",
            "rule",
            "staff",
            "roles",
            "organisation",
            "address",
            "version",
            "question",
            "days",
            "day",
            "limit",
            "value",
            "actingFor",
            "capacity",
            "post",
            "deputy",
            "paper",
            "number",
            "paperKind",
            "word",
            "ledger",
            "rows");

    private static final Set<String> ROLES =
            Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toUnmodifiableSet());

    /** Details whose values are names that have words: where those begin. */
    private static final Map<String, String> WORDED = Map.of("paperKind", "papers.kind.", "ledger", "papers.ledger.");

    private AuditWords() {}

    static String purpose(Page page, String stored) {
        Matcher coded = PURPOSE.matcher(stored);
        return coded.matches() ? page.text("tracks.purpose." + coded.group(1)) + " · " + coded.group(2) : stored;
    }

    static String detail(Page page, String json) {
        JsonNode detail;
        try {
            detail = Json.mapper().readTree(json);
        } catch (JsonProcessingException notJson) {
            return json;
        }
        List<String> words = new ArrayList<>();
        // By key: jsonb keeps its own order, in which the end of a period comes before its beginning.
        detail.properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> words.add(page.text(
                        "audit.pair", key(page, entry.getKey()), value(page, entry.getKey(), entry.getValue()))));
        return String.join(" · ", words);
    }

    private static String key(Page page, String key) {
        return KNOWN.contains(key) ? page.text("audit.detail." + key) : key;
    }

    private static String value(Page page, String key, JsonNode value) {
        String words = WORDED.get(key);
        return words == null ? value(page, value) : page.text(words + value.asText());
    }

    private static String value(Page page, JsonNode value) {
        if (value.isArray()) {
            List<String> words = new ArrayList<>();
            value.forEach(item -> words.add(value(page, item)));
            return String.join(" ", words);
        }
        String text = value.isValueNode() ? value.asText() : value.toString();
        if (ROLES.contains(text)) {
            return page.text("staff.role." + text);
        }
        if (!INSTANT.matcher(text).matches()) {
            return text;
        }
        try {
            return page.times().minute(Instant.parse(text));
        } catch (DateTimeParseException notAnInstant) {
            return text;
        }
    }
}
