package org.guitu.web.basemap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.guitu.simulators.city.City;
import org.guitu.simulators.city.CityGeoJson;
import org.guitu.web.access.Secrets;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;

/** Serves {@code /basemap/city.json}. */
public final class BasemapFeature implements Feature {

    private final byte[] plain;
    private final byte[] gzip;
    private final String etag;

    /** Writes the city. */
    public BasemapFeature(City city) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
        ByteArrayOutputStream small = new ByteArrayOutputStream(1 << 17);
        try {
            CityGeoJson.write(city, out);
            plain = out.toByteArray();
            try (GZIPOutputStream zip = new GZIPOutputStream(small)) {
                zip.write(plain);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot write the city", impossible);
        }
        gzip = small.toByteArray();
        etag = '"' + HexFormat.of().formatHex(Arrays.copyOf(Secrets.sha256(plain), 8)) + '"';
    }

    @Override
    public String name() {
        return "basemap";
    }

    @Override
    public void mount(Routes routes) {
        routes.openData("/basemap/city.json", this::city);
    }

    private Reply city(Request request) {
        if (request.header("if-none-match").filter(etag::equals).isPresent()) {
            return cached(Reply.empty().withStatus(304));
        }
        boolean zipped = request.header("accept-encoding").orElse("").contains("gzip");
        Reply reply = cached(Reply.bytes(zipped ? gzip : plain, "application/geo+json"));
        return zipped ? reply.withHeader("content-encoding", "gzip") : reply;
    }

    private Reply cached(Reply reply) {
        return reply.withHeader("cache-control", "public, max-age=300")
                .withHeader("etag", etag)
                .withHeader("vary", "accept-encoding");
    }
}
