package org.guitu.protocols.osmand;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guitu.protocols.Decoded;
import org.guitu.protocols.Octets;
import org.guitu.protocols.json.JsonObjects;

/** Tells the three shapes apart and finds out who speaks. */
final class OsmAndDecoder {

    /** The one refusal that is answered 413. */
    static final String TOO_LONG = "body longer than allowed";

    private static final int MAX_ID_LENGTH = 64;
    private static final int MAX_DEPTH = 16;
    private static final int MAX_TEXT = 8192;

    private final int maxBodyBytes;
    private final JsonObjects json = new JsonObjects(MAX_DEPTH, MAX_TEXT);

    OsmAndDecoder(int maxBodyBytes) {
        this.maxBodyBytes = maxBodyBytes;
    }

    Decoded<OsmAndMessage> decode(HttpFrame request) {
        if (request.body().size() > maxBodyBytes) {
            return new Decoded.Malformed<>(TOO_LONG, 0);
        }
        Parameters query = Parameters.parse(query(request.uri())).orElse(null);
        if (query == null) {
            return new Decoded.Malformed<>("too many parameters", 0);
        }
        return isJson(request) ? decodeJson(request, query) : decodeForm(request, query);
    }

    private Decoded<OsmAndMessage> decodeJson(HttpFrame request, Parameters query) {
        Map<String, Object> object = json.read(request.body().toArray()).orElse(null);
        if (object == null) {
            return new Decoded.Malformed<>("body is not a JSON object within the limits", 0);
        }
        Object own = object.get("device_id");
        Stream<String> ids = own instanceof String || own instanceof Number ? Stream.of(own.toString()) : Stream.of();
        return identified(Stream.concat(ids, ids(query)).toList(), draft -> {
            Secrets.of(request, query).ifPresent(draft::secret);
            return OsmAndJson.fill(object, draft);
        });
    }

    private static Decoded<OsmAndMessage> decodeForm(HttpFrame request, Parameters query) {
        Parameters form =
                Parameters.parse(request.body().text(StandardCharsets.UTF_8)).orElse(null);
        if (form == null) {
            return new Decoded.Malformed<>("too many parameters", 0);
        }
        Parameters all = query.and(form);
        return identified(ids(all).toList(), draft -> {
            Secrets.of(request, all).ifPresent(draft::secret);
            return OsmAndForm.fill(all, draft);
        });
    }

    /** Fills a draft; false if the request can never be understood. */
    private interface Filler {
        boolean fill(OsmAndDraft draft);
    }

    private static Decoded<OsmAndMessage> identified(List<String> ids, Filler filler) {
        List<String> distinct = ids.stream()
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        if (distinct.isEmpty()) {
            return new Decoded.Malformed<>("no device id", 0);
        }
        if (distinct.size() > 1 || distinct.getFirst().length() > MAX_ID_LENGTH) {
            return new Decoded.Malformed<>("more than one device id, or too long a one", 0);
        }
        OsmAndDraft draft = OsmAndMessage.of(distinct.getFirst());
        return filler.fill(draft)
                ? new Decoded.Message<>(draft.build())
                : new Decoded.BadBody<>(OsmAndMessage.of(distinct.getFirst()).build(), "coordinates are no numbers");
    }

    private static Stream<String> ids(Parameters parameters) {
        return Stream.concat(parameters.all("id").stream(), parameters.all("deviceid").stream());
    }

    private static String query(String uri) {
        int mark = uri.indexOf('?');
        int end = uri.indexOf('#') < 0 ? uri.length() : uri.indexOf('#');
        return mark < 0 || mark > end ? "" : uri.substring(mark + 1, end);
    }

    /** By the content type, and by the first character where that says neither form nor JSON. */
    private static boolean isJson(HttpFrame request) {
        String type = request.contentType().toLowerCase(Locale.ROOT);
        if (type.contains("json") || type.contains("form-urlencoded")) {
            return type.contains("json");
        }
        return firstVisible(request.body()).filter(octet -> octet == '{').isPresent();
    }

    private static Optional<Integer> firstVisible(Octets body) {
        for (int i = 0; i < body.size(); i++) {
            if (body.u8(i) > ' ') {
                return Optional.of(body.u8(i));
            }
        }
        return Optional.empty();
    }
}
