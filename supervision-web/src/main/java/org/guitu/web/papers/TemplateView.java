package org.guitu.web.papers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Staff;
import org.guitu.web.http.Form;
import org.guitu.web.papers.TemplateService.Checked;
import org.guitu.web.papers.TemplateService.Detail;
import org.guitu.web.ui.Page;

/**
 * The words of the page about one template.
 *
 * @param mayGoBack whether the organisation has one of its own
 * @param warning that the one in force cannot be used any more, {@code ""} if it can
 */
public record TemplateView(
        String title,
        String base,
        String preview,
        String origin,
        String warning,
        boolean mayGoBack,
        Form word,
        String next,
        Optional<Check> check,
        List<Version> versions,
        List<Fact> facts,
        Form form,
        String saved) {

    /** What came of looking through a file; it can be used if there is an {@code upload}. */
    public record Check(String upload, List<String> faults) {}

    /** One version; without {@code text} it was the word that there is none any more. */
    public record Version(String number, String title, String recorded, boolean text) {}

    /** A fact that templates may name. */
    public record Fact(String tag, String label, String sample) {}

    static TemplateView of(
            Page page,
            Staff staff,
            Detail detail,
            List<FactName> offered,
            Form form,
            Optional<Checked> checked,
            Optional<String> saved) {
        TemplateService.Standing standing = detail.standing();
        String base = "/paper-templates/" + standing.kind().slug();
        return new TemplateView(
                page.text("papers.kind." + standing.kind()),
                base,
                base + "/preview"
                        + checked.flatMap(Checked::upload)
                                .map(id -> "?upload=" + id)
                                .orElse(""),
                TemplatesView.origin(page, staff, standing),
                detail.usable() ? "" : page.text("papers.error.template"),
                standing.ownOf(staff),
                form.fault("word").isPresent()
                        ? form
                        : Form.filled(Map.of("word", standing.rule().word())),
                standing.next(),
                checked.map(result -> new Check(
                        result.upload().map(String::valueOf).orElse(""),
                        result.faults().stream()
                                .map(fault ->
                                        page.text(fault.key(), fault.arguments().toArray()))
                                .toList())),
                detail.versions().stream()
                        .map(version -> version(page, version))
                        .toList(),
                offered.stream()
                        .map(fact -> new Fact("{{" + fact.name() + "}}", page.text(fact.labelKey()), fact.sample()))
                        .toList(),
                form,
                saved.map(what -> page.text("papers.template.saved." + what)).orElse(""));
    }

    private static Version version(Page page, TemplateStore.Version version) {
        return new Version(
                Integer.toString(version.version()),
                version.source().isPresent()
                        ? page.text("papers.template.version", Integer.toString(version.version()))
                        : page.text("papers.template.dropped"),
                page.text("papers.template.recorded", page.times().minute(version.at()), version.by()),
                version.source().isPresent());
    }
}
