package org.guitu.web.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.guitu.web.access.Secrets;
import org.guitu.web.ui.Site;
import org.jspecify.annotations.Nullable;

/**
 * Static files from the class path: ours under {@code /static/}, WebJars under {@code /webjars/<jar>/<version>/}. Read once, kept with
 * their gzip form and a hash. An address made here carries the hash or version and so may be cached for ever; any other address of the
 * same file is revalidated by its ETag.
 */
final class Assets implements Site.AssetAddresses {

    /** A file held in memory. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Asset(String type, byte[] bytes, byte[] gzip, String etag) {}

    private static final String WEBJARS = "META-INF/resources/webjars/";
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("map", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("woff2", "font/woff2"));

    private final ConcurrentHashMap<String, Optional<Asset>> loaded = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, String> versions = new ConcurrentHashMap<>();

    @Override
    public String address(String file) {
        Optional<Asset> asset = find("static/" + file);
        return "/static/" + file + asset.map(found -> "?v=" + found.etag()).orElse("");
    }

    @Override
    public String webjar(String jar, String file) {
        return "/webjars/" + jar + "/" + versions.computeIfAbsent(jar, Assets::readVersion) + "/" + file;
    }

    /** The file behind {@code /static/…} or {@code /webjars/…}, if there is one. */
    Optional<Asset> ofPath(String path) {
        if (path.startsWith("/static/")) {
            return find(path.substring(1));
        }
        return path.startsWith("/webjars/") ? find(WEBJARS + path.substring("/webjars/".length())) : Optional.empty();
    }

    static Asset of(String type, byte[] bytes) {
        String etag = HexFormat.of().formatHex(Arrays.copyOf(Secrets.sha256(bytes), 8));
        return new Asset(type, bytes, gzip(bytes), etag);
    }

    private Optional<Asset> find(String resource) {
        Optional<Asset> known = loaded.get(resource);
        if (known == null) {
            known = read(resource);
            if (known.isPresent()) { // what is absent is not remembered: a stranger could fill the memory with names
                loaded.put(resource, known);
            }
        }
        return known;
    }

    private static Optional<Asset> read(String resource) {
        String type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
        if (type == null || !plain(resource)) {
            return Optional.empty();
        }
        try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            return Optional.of(of(type, in.readAllBytes()));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + resource, failure);
        }
    }

    /** Only names of our own kind: no way up, no backslash, no hidden file. */
    private static boolean plain(String resource) {
        return resource.matches("[A-Za-z0-9._/@-]{1,200}") && !resource.contains("..") && !resource.contains("/.");
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static String readVersion(String jar) {
        String file = "META-INF/maven/org.webjars.npm/" + jar + "/pom.properties";
        try (@Nullable InputStream in = Assets.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no WebJar " + jar + " on the class path");
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "");
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }
}
