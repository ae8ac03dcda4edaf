package org.guitu.web.ui;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Lang;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;

/**
 * What the layout and every template need beside the page's own view: the reader, the words, the navigation, the CSRF token. Made by
 * the server for each reply; templates get it as {@code page}.
 */
public final class Page {

    /** So many entries fit the bar of a small desktop in both languages. */
    private static final int NAV_MAX = 8;

    private final Site site;
    private final Lang lang;
    private final Optional<Staff> staff;
    private final String csrf;
    private final String path;
    private final Times times;

    /**
     * @param csrf what forms must send back
     * @param path the path asked for, without the query
     */
    public Page(Site site, Lang lang, Optional<Staff> staff, String csrf, String path) {
        this.site = site;
        this.lang = lang;
        this.staff = staff;
        this.csrf = csrf;
        this.path = path;
        this.times = new Times(staff.map(reader -> reader.organisation().zone()).orElse(site.zone()), lang);
    }

    public Lang lang() {
        return lang;
    }

    /** Empty on pages that need no sign-in. */
    public Optional<Staff> staff() {
        return staff;
    }

    public String csrf() {
        return csrf;
    }

    public String path() {
        return path;
    }

    public Times times() {
        return times;
    }

    /** The words for a key in the reader's language. */
    public String text(String key, Object... arguments) {
        return site.messages().text(lang, key, arguments);
    }

    /** A length of time, rounded to the minute. */
    public String span(Duration span) {
        Duration whole = Duration.ofMinutes(Math.round(span.toSeconds() / 60.0));
        return whole.toHours() < 1
                ? text("ui.minutes", Long.toString(whole.toMinutes()))
                : text("ui.hours", Long.toString(whole.toHours()), Integer.toString(whole.toMinutesPart()));
    }

    /** What a feature is about, in a word or two; of one that is not known here, "other". */
    public String featureName(String feature) {
        String key = "ui.feature." + feature;
        return text(site.messages().all(lang).containsKey(key) ? key : "ui.feature.other");
    }

    public boolean may(Permission permission) {
        return staff.isPresent() && staff.get().may(permission);
    }

    /** The entries the reader may follow. */
    public List<NavItem> nav() {
        return site.nav().stream().filter(item -> may(item.permission())).toList();
    }

    /** What of it stands in the bar; the rest is one click away. */
    public List<NavItem> navFirst() {
        List<NavItem> all = nav();
        return all.size() <= NAV_MAX ? all : all.subList(0, NAV_MAX - 1);
    }

    /** What does not fit the bar. */
    public List<NavItem> navMore() {
        List<NavItem> all = nav();
        return all.size() <= NAV_MAX ? List.of() : all.subList(NAV_MAX - 1, all.size());
    }

    /** Whether the page lies at or below this entry. */
    public boolean isAt(NavItem item) {
        return path.equals(item.path()) || path.startsWith(item.path() + "/");
    }

    /** The address of one of our static files, e.g. {@code asset("css/guitu.css")}, with its version. */
    public String asset(String file) {
        return site.assets().address(file);
    }

    /** The address of a file of a WebJar, e.g. {@code webjar("ol", "dist/ol.js")}, with its version. */
    public String webjar(String jar, String file) {
        return site.assets().webjar(jar, file);
    }

    /** An icon's address for {@code <use href>}. */
    public String icon(String name) {
        return asset("icons.svg") + "#" + name;
    }
}
