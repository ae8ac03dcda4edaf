package org.guitu.web.signin;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Capacity;
import org.guitu.web.access.Lang;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.http.Cookies;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.http.SitePath;
import org.guitu.web.ui.NavItem;

/** The sign-in page, signing out, one's own password, the language switch and the start page. */
public final class SignInFeature implements Feature {

    private static final Duration YEAR = Duration.ofDays(365);

    private final SignIn signIn;
    private final Duration sessionAbsolute;
    private final List<NavItem> nav;

    /**
     * @param sessionAbsolute how long the browser keeps the cookie
     * @param nav of all features, to find one's first page
     */
    public SignInFeature(SignIn signIn, Duration sessionAbsolute, List<NavItem> nav) {
        this.signIn = signIn;
        this.sessionAbsolute = sessionAbsolute;
        this.nav = nav.stream().sorted(Comparator.comparingInt(NavItem::order)).toList();
    }

    @Override
    public String name() {
        return "signin";
    }

    @Override
    public void mount(Routes routes) {
        routes.page(SitePath.START, Permission.SIGNED_IN, this::start);
        routes.page("/", Permission.SIGNED_IN, this::start); // where no feature claims it
        routes.openPage("/sign-in", this::show);
        routes.openForm("/sign-in", this::submit);
        routes.form("/sign-out", Permission.SIGNED_IN, this::signOut);
        routes.page("/password", Permission.SIGNED_IN, request -> password(request, Form.empty()));
        routes.form("/password", Permission.SIGNED_IN, this::changePassword);
        routes.page("/acting", Permission.SIGNED_IN, this::capacities);
        routes.form("/acting", Permission.SIGNED_IN, this::act);
        routes.openForm("/language", this::language);
    }

    /** The way to one's first page: the first entry of the navigation one may follow. */
    private Reply start(Request request) {
        Staff staff = request.staff();
        return nav.stream()
                .filter(item -> staff.may(item.permission()))
                .findFirst()
                .map(item -> Reply.redirect(item.path()))
                .orElseGet(() -> Reply.redirect("/password"));
    }

    private Reply show(Request request) {
        return request.signedIn().isPresent() ? Reply.redirect("/") : form(request.queryForm(), "", 200);
    }

    private Reply submit(Request request) {
        Form form = request.form();
        return switch (signIn.signIn(form.text("user"), form.raw("password"), request.address())) {
            case SignIn.Outcome.Opened opened ->
                Reply.redirect(
                                opened.mustChangePassword()
                                        ? "/password"
                                        : opened.choice() ? "/acting" : next(form, "/"))
                        .withHeader(
                                "set-cookie",
                                Cookies.set(Cookies.SESSION, opened.secret(), sessionAbsolute, request.secure()));
            case SignIn.Outcome.Wrong ignored -> form(form, "signin.wrong", 422);
            case SignIn.Outcome.NoPost ignored -> form(form, "signin.no-post", 422);
            case SignIn.Outcome.Expired ignored -> form(form, "signin.expired", 422);
            case SignIn.Outcome.Locked locked ->
                Reply.html(
                                "signin/sign-in",
                                page -> new SignInView(
                                        form.text("user"),
                                        next(form, ""),
                                        page.text("signin.locked", page.times().minute(locked.until()))))
                        .withStatus(429);
        };
    }

    private Reply signOut(Request request) {
        signIn.signOut(
                Optional.of(request.staff()), request.cookie(Cookies.SESSION).orElse(""));
        return Reply.redirect("/sign-in")
                .withHeader("set-cookie", Cookies.set(Cookies.SESSION, "", Duration.ZERO, request.secure()));
    }

    private static Reply password(Request request, Form form) {
        boolean first = request.signedIn().orElseThrow().mustChangePassword();
        return Reply.html("signin/password", new PasswordView(form, first));
    }

    private Reply changePassword(Request request) {
        Form form = request.form();
        Optional<String> secret = signIn.changePassword(request.staff(), form, request.address());
        return secret.isEmpty()
                ? password(request, form).withStatus(422)
                : Reply.redirect("/")
                        .withHeader(
                                "set-cookie",
                                Cookies.set(Cookies.SESSION, secret.get(), sessionAbsolute, request.secure()));
    }

    private Reply capacities(Request request) {
        Staff staff = request.staff();
        List<Capacity> live = signIn.capacities(staff);
        return Reply.html("signin/acting", page -> ActingView.of(page, staff, live));
    }

    private Reply act(Request request) {
        String secret = request.cookie(Cookies.SESSION).orElse("");
        return signIn.act(request.staff(), secret, request.form().text("capacity"))
                ? Reply.redirect("/")
                : Reply.redirect("/acting");
    }

    private Reply language(Request request) {
        Lang lang = Lang.ofCode(request.form().text("lang")).orElseThrow(Refusal::badRequest);
        request.signedIn().ifPresent(reader -> signIn.chooseLang(reader.staff(), lang));
        return Reply.redirect(next(request.form(), "/"))
                .withHeader("set-cookie", Cookies.set(Cookies.LANG, lang.code(), YEAR, request.secure()));
    }

    private static Reply form(Form form, String faultKey, int status) {
        return Reply.html(
                        "signin/sign-in",
                        page -> new SignInView(
                                form.text("user"), next(form, ""), faultKey.isEmpty() ? "" : page.text(faultKey)))
                .withStatus(status);
    }

    private static String next(Form form, String otherwise) {
        String next = form.text("next");
        return SitePath.isLocal(next) ? next : otherwise;
    }
}
