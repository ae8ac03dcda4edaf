package org.guitu.web.papers;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.w3c.dom.Element;

/** Prints a paper as PDF, its type inside. Nothing is read from anywhere but the paper and the fonts. Thread-safe. */
final class PaperPdf {

    private final PaperFonts fonts;

    PaperPdf(PaperFonts fonts) {
        this.fonts = fonts;
        XRLog.setLoggingEnabled(false); // it would tell of every stylesheet and font
    }

    byte[] print(String title, Element body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 << 10);
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .useUriResolver((base, uri) -> null)
                .withHtmlContent(PaperHtml.print(title, body, fonts.families()), null)
                .withProducer("Guitu")
                .toStream(out);
        fonts.each((family, stream) -> builder.useFont(stream::get, family));
        try {
            builder.run();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot print a paper", failure);
        }
        return out.toByteArray();
    }
}
