package org.guitu.web.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.guitu.web.http.Json;

/** Sends one message over the wire and reads what comes back. Follows no redirect; reads no more than it must. */
final class Sender implements AutoCloseable {

    /** What became of an attempt. */
    sealed interface Result {
        /** Stored over there; the receipt was found to be theirs. */
        @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
        record Delivered(byte[] receipt, String signature) implements Result {}

        /** Not now; worth another attempt. */
        record Again(String error) implements Result {}

        /** Not as it is. */
        record Refused(String error) implements Result {}
    }

    private static final int ANSWER_BYTES_MAX = 64 * 1024;
    private static final int DETAIL_MAX = 300;

    /** Of these an error of the client may go away by itself. */
    private static final Set<Integer> WORTH_ANOTHER = Set.of(408, 425, 429);

    private final HttpClient client;
    private final OwnKey key;
    private final Duration timeout;

    Sender(OwnKey key, Duration timeout) {
        this.key = key;
        this.timeout = timeout;
        client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    Result send(OutboxQueue.Claim claim) {
        HttpRequest request = HttpRequest.newBuilder(claim.partner().messages())
                .timeout(timeout)
                .header("content-type", "application/json")
                .header("accept", "application/json")
                .header(Signatures.HEADER, Signatures.sign(claim.content(), key))
                .POST(HttpRequest.BodyPublishers.ofByteArray(claim.content()))
                .build();
        try {
            return read(claim, client.send(request, bounded()));
        } catch (IOException failure) {
            return new Result.Again(
                    error("exchange.send.unreachable", failure.getClass().getSimpleName()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Result.Again(error("exchange.send.unreachable", "stopped"));
        }
    }

    private static HttpResponse.BodyHandler<byte[]> bounded() {
        return HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX);
    }

    private static Result read(OutboxQueue.Claim claim, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status == 200 || status == 201) {
            return receipt(claim, answer);
        }
        String error = error("exchange.send.status", status + " " + detail(answer.body()));
        boolean final4xx = status >= 300 && status < 500 && !WORTH_ANOTHER.contains(status);
        return final4xx ? new Result.Refused(error) : new Result.Again(error);
    }

    /** A receipt counts only if the partner signed it and it names our message and our bytes. */
    private static Result receipt(OutboxQueue.Claim claim, HttpResponse<byte[]> answer) {
        String signature = answer.headers().firstValue(Signatures.HEADER).orElse("");
        Partner partner = claim.partner();
        boolean theirs =
                Signatures.keyId(signature).filter(partner.keyId()::equals).isPresent()
                        && Signatures.verify(
                                answer.body(), signature, partner.key().publicKey());
        if (!theirs) {
            return new Result.Again(error("exchange.send.receipt", "signature"));
        }
        try {
            Receipt receipt = Json.mapper().readValue(answer.body(), Receipt.class);
            boolean ours = claim.messageId().equals(receipt.id())
                    && Signatures.digest(claim.content()).equals(receipt.digest());
            return ours
                    ? new Result.Delivered(answer.body(), signature)
                    : new Result.Again(error("exchange.send.receipt", "digest"));
        } catch (IOException malformed) {
            return new Result.Again(error("exchange.send.receipt", "form"));
        }
    }

    /** What the other side says is wrong, in its own words, cut short. */
    private static String detail(byte[] body) {
        try {
            JsonNode problem = Json.mapper().readTree(new String(body, StandardCharsets.UTF_8));
            String reasons = problem.path("reasons").isArray() ? " " + problem.path("reasons") : "";
            String words = (problem.path("detail").asText("") + reasons)
                    .replaceAll("\\p{Cntrl}+", " ")
                    .strip();
            return words.substring(0, Math.min(words.length(), DETAIL_MAX));
        } catch (JsonProcessingException noJson) {
            return "";
        }
    }

    private static String error(String key, String detail) {
        return (key + "\n" + detail).strip();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
