package org.guitu.web.http;

/** Which words name a status: the common ones have their own, the others those of their class. */
final class StatusGroup {

    private StatusGroup() {}

    static String of(int status) {
        return switch (status) {
            case 400, 401, 403, 404, 409, 413, 422, 429, 503 -> Integer.toString(status);
            default -> status < 500 ? "400" : "500";
        };
    }
}
