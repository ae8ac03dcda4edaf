package org.guitu.web.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.guitu.web.access.Lang;
import org.guitu.web.access.Sessions;
import org.guitu.web.access.Sessions.SignedIn;

/** Decides whether a request may reach its handler: who is it, did one of our pages send it, may they do this. */
final class Gate {

    private static final String BEARER = "Bearer ";

    private final Sessions sessions;

    Gate(Sessions sessions) {
        this.sessions = sessions;
    }

    /** The request with its reader and language. */
    Request identify(Request.Wire wire) {
        Optional<SignedIn> reader = bearer(wire).isPresent()
                ? bearer(wire).flatMap(sessions::ofToken)
                : Optional.ofNullable(wire.cookies().get(Cookies.SESSION)).flatMap(sessions::ofCookie);
        return new Request(wire, lang(wire, reader), reader);
    }

    /** What is to be answered instead of calling the handler; empty if the way is free. */
    Optional<Reply> refusal(Route route, Request request, Request.Wire wire) {
        if (route.fromOurPages() && bearer(wire).isEmpty() && !Csrf.proven(wire, csrfSecret(wire))) {
            return Optional.of(Reply.problem(403, "ui.error.csrf"));
        }
        return standing(route, request, wire);
    }

    /** What is to be answered to whoever asks, whatever the body says: the part that can be told before it is read. */
    Optional<Reply> standing(Route route, Request request, Request.Wire wire) {
        if (route.permission().isEmpty()) {
            return Optional.empty();
        }
        if (request.signedIn().isEmpty()) {
            return Optional.of(signIn(route, request, wire));
        }
        if (request.signedIn().get().mustChangePassword() && !Cookies.mayBeforePasswordChange(wire.path())) {
            return Optional.of(
                    route.kind() == Route.Kind.PAGE
                            ? Reply.redirect("/password")
                            : Reply.problem(403, "ui.error.password"));
        }
        if (!request.staff().may(route.permission().get())) {
            // The front door belongs to the live page; who may not see that is led to their own first page.
            return Optional.of(
                    wire.path().equals("/") ? Reply.redirect(SitePath.START) : Reply.problem(403, "ui.error.403"));
        }
        return Optional.empty();
    }

    /** The secret that the CSRF token of this browser is made of: the session's, or the visitor's before sign-in. */
    static Optional<String> csrfSecret(Request.Wire wire) {
        String session = wire.cookies().get(Cookies.SESSION);
        return Optional.ofNullable(session != null ? session : wire.cookies().get(Cookies.VISITOR));
    }

    private static Reply signIn(Route route, Request request, Request.Wire wire) {
        if (route.kind() != Route.Kind.PAGE) {
            return Reply.problem(401, "ui.error.401").withHeader("www-authenticate", "Bearer realm=\"guitu\"");
        }
        String next = route.changes() || request.fragment() ? "" : wire.path();
        String address = next.isEmpty() || next.equals("/")
                ? "/sign-in"
                : "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        return request.fragment()
                ? Reply.problem(401, "ui.error.401").withHeader("hx-redirect", address)
                : Reply.redirect(address);
    }

    private static Optional<String> bearer(Request.Wire wire) {
        String header = wire.headers().getOrDefault("authorization", "");
        return header.startsWith(BEARER) && wire.path().startsWith("/api/")
                ? Optional.of(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    /** The language of the reader; of one nobody could identify, that of the cookie, else of the browser. */
    static Lang lang(Request.Wire wire, Optional<SignedIn> reader) {
        return reader.flatMap(known -> known.staff().lang())
                .or(() -> Lang.ofCode(wire.cookies().getOrDefault(Cookies.LANG, "")))
                .orElseGet(() -> Lang.ofAcceptLanguage(wire.headers().getOrDefault("accept-language", "")));
    }
}
