package org.guitu.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without a screen: keeps cookies, sends forms with the CSRF token of the page, follows nothing by itself. */
public final class Browser {

    private static final Pattern CSRF = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String url;
    private String acceptLanguage = "zh-CN";

    public Browser(String url) {
        this.url = url;
    }

    public Browser speaking(String language) {
        acceptLanguage = language;
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** A file as it was sent. */
    public HttpResponse<byte[]> download(String path) {
        try {
            return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new IllegalStateException("no answer", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Sends a form as a page would: with the token that the page of this browser holds. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrf());
        return postBare(path, all);
    }

    /** Sends a form with one file as a page would. */
    public HttpResponse<String> upload(String path, Map<String, String> fields, String fileField, byte[] content) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrf());
        String boundary = "----guitu";
        var body = new ByteArrayOutputStream();
        all.forEach((name, value) ->
                body.writeBytes(part(boundary, "name=\"" + name + "\"", value).getBytes(StandardCharsets.UTF_8)));
        String head = part(boundary, "name=\"" + fileField + "\"; filename=\"file.geojson\"", "");
        body.writeBytes(head.substring(0, head.length() - 2).getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("content-type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static String part(String boundary, String disposition, String value) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + value + "\r\n";
    }

    /** Sends a form exactly as given. */
    public HttpResponse<String> postBare(String path, Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send(request(path)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** Sends a form whose fields are encoded already: for one in which a field has several values. */
    public HttpResponse<String> postEncoded(String path, String fields) {
        return send(request(path)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        fields + "&_csrf=" + URLEncoder.encode(csrf(), StandardCharsets.UTF_8))));
    }

    /** Sends JSON as a page's script would. */
    public HttpResponse<String> json(String method, String path, String body) {
        return send(request(path)
                .header("content-type", "application/json")
                .header("x-csrf-token", csrf())
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Calls the API with a bearer token and nothing else. */
    public HttpResponse<String> bearer(String token, String path) {
        return send(request(path).header("authorization", "Bearer " + token).GET());
    }

    public HttpResponse<String> signIn(String userName, String password) {
        return post("/sign-in", Map.of("user", userName, "password", password));
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    /** The token the pages of this browser carry now. */
    public String csrf() {
        Matcher found = CSRF.matcher(get("/sign-in-is-not-here").body());
        if (!found.find()) {
            throw new IllegalStateException("the page has no CSRF token");
        }
        return found.group(1);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(20))
                .header("accept-language", acceptLanguage);
        StringBuilder cookie = new StringBuilder();
        cookies.forEach((name, value) -> cookie.append(cookie.isEmpty() ? "" : "; ")
                .append(name)
                .append('=')
                .append(value));
        return cookie.isEmpty() ? request : request.header("cookie", cookie.toString());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            response.headers().allValues("set-cookie").forEach(this::keep);
            return response;
        } catch (IOException failure) {
            throw new IllegalStateException("no answer", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void keep(String setCookie) {
        String pair = setCookie.substring(0, setCookie.indexOf(';'));
        String name = pair.substring(0, pair.indexOf('='));
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(name.length() + 1));
        }
    }
}
