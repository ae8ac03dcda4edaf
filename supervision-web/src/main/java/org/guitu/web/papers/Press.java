package org.guitu.web.papers;

import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.w3c.dom.Element;

/** Makes the two files of a paper. Thread-safe. */
final class Press {

    private final PaperFonts fonts;
    private final PaperPdf pdf;

    Press(PaperFonts fonts) {
        this.fonts = fonts;
        this.pdf = new PaperPdf(fonts);
    }

    /** A paper as it is kept. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Printed(byte[] pdf, byte[] docx) {}

    /** Refuses where this machine has no Chinese type, or none with a character of the text: a paper with a hole in a name is worse than none. */
    Printed print(PaperTemplate template, PaperFacts facts) {
        if (!fonts.ready()) {
            throw new Refused(Problems.FORM, "papers.error.font", PaperFonts.PACKAGE);
        }
        Element body = Merge.body(template, facts);
        var missing = fonts.missing(body.getTextContent());
        if (!missing.isEmpty()) {
            throw new Refused(Problems.FORM, "papers.error.characters", String.join(" ", missing));
        }
        return new Printed(
                pdf.print(template.title(), body), PaperDocx.write(template.title(), facts.value("org.name"), body));
    }
}
