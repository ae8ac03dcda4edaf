package org.guitu.web.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.guitu.web.access.Permission;

/** Collects the routes of all features. Paths name their parameters in braces: {@code /people/{id}}. */
public final class Routes {

    private static final List<String> FILES = List.of("/people/{id}/", "/api/v1/people/{id}/");

    private final List<Route> routes = new ArrayList<>();
    private final FileWatch watch;

    /** @param watch told of what was read below a person's own page; that page and its like tell by themselves */
    public Routes(FileWatch watch) {
        this.watch = watch;
    }

    /** A page: GET, HTML. */
    public void page(String path, Permission permission, Handling handling) {
        add("GET", path, Route.Kind.PAGE, Optional.of(permission), handling);
    }

    /** What a form posts to: POST, checked for the CSRF token, answered with a redirect or the form again (422). */
    public void form(String path, Permission permission, Handling handling) {
        add("POST", path, Route.Kind.PAGE, Optional.of(permission), handling);
    }

    /**
     * A form that sends files ({@code multipart/form-data}); else like {@link #form}.
     *
     * @param bytesMax longest request body, in place of the server's own bound; a longer one is answered 413
     */
    public void upload(String path, Permission permission, int bytesMax, Handling handling) {
        routes.add(new Route(
                "POST",
                path,
                Route.Kind.PAGE,
                Optional.of(permission),
                Optional.of(handling),
                Optional.empty(),
                OptionalInt.of(bytesMax)));
    }

    /** A page for anyone, signed in or not. */
    public void openPage(String path, Handling handling) {
        add("GET", path, Route.Kind.PAGE, Optional.empty(), handling);
    }

    /** A form for anyone, signed in or not; the CSRF token is checked all the same. */
    public void openForm(String path, Handling handling) {
        add("POST", path, Route.Kind.PAGE, Optional.empty(), handling);
    }

    /** A JSON operation below {@code /api/v1/}, which must stand in {@code openapi.yaml} with the same path and method. */
    public void api(String method, String path, Permission permission, Handling handling) {
        add(method, path, Route.Kind.API, Optional.of(permission), handling);
    }

    /** JSON that needs no sign-in and is no part of the contract, e.g. health. */
    public void openData(String path, Handling handling) {
        add("GET", path, Route.Kind.API, Optional.empty(), handling);
    }

    /** What other servers post to: POST, outside the contract. The handler itself must check whose signature it carries. */
    public void signed(String path, Handling handling) {
        add("POST", path, Route.Kind.SIGNED, Optional.empty(), handling);
    }

    /** A stream of server-sent events: GET. Below {@code /api/v1/} it must stand in the contract too. */
    public void events(String path, Permission permission, StreamHandling streaming) {
        routes.add(new Route(
                "GET",
                path,
                Route.Kind.STREAM,
                Optional.of(permission),
                Optional.empty(),
                Optional.of(streaming),
                OptionalInt.empty()));
    }

    /** The operations below {@code /api/v1/} as {@code GET /api/v1/people/{id}}, sorted. */
    public Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        for (Route route : routes) {
            if (route.path().startsWith("/api/v1/")) {
                operations.add(route.method() + " " + route.path());
            }
        }
        return operations;
    }

    /** Who may do what: {@code POST /people/{id}/edit} and its permission, sorted; what needs no sign-in is left out. */
    public Map<String, Permission> guarded() {
        Map<String, Permission> guarded = new TreeMap<>();
        for (Route route : routes) {
            route.permission().ifPresent(wanted -> guarded.put(route.method() + " " + route.path(), wanted));
        }
        return guarded;
    }

    List<Route> all() {
        return List.copyOf(routes);
    }

    private void add(String method, String path, Route.Kind kind, Optional<Permission> permission, Handling handling) {
        boolean ofFile = method.equals("GET") && FILES.stream().anyMatch(path::startsWith);
        routes.add(new Route(
                method,
                path,
                kind,
                permission,
                Optional.of(ofFile ? watched(handling) : handling),
                Optional.empty(),
                OptionalInt.empty()));
    }

    private Handling watched(Handling handling) {
        return request -> {
            Reply reply = handling.handle(request);
            if (reply.showsSomething()) {
                watch.opened(request.staff(), request.id("id"));
            }
            return reply;
        };
    }
}
