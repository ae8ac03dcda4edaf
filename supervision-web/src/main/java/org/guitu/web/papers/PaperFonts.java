package org.guitu.web.papers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The Chinese type that papers are printed in. A font with TrueType outlines is wanted: those with PostScript outlines (Noto CJK, Source Han) cannot be
 * put into a PDF in part. The first that is found leads; one more helps out with rare characters. Thread-safe.
 */
public final class PaperFonts {

    /** Names the font file to use, where it lies in no usual place or another is wanted. */
    public static final String VARIABLE = "GUITU_PAPER_FONT";

    /** What to install where there is none. */
    public static final String PACKAGE = "fonts-wqy-microhei";

    private static final int FONTS_MAX = 2;

    private static final List<Path> USUAL = Stream.of(
                    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
                    "/usr/share/fonts/wqy-microhei/wqy-microhei.ttc",
                    "/usr/share/fonts/wqy-microhei-fonts/wqy-microhei.ttc",
                    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
                    "/usr/share/fonts/wqy-zenhei/wqy-zenhei.ttc",
                    "/usr/share/fonts/truetype/arphic/uming.ttc",
                    "/usr/share/fonts/truetype/arphic/ukai.ttc",
                    "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
                    "/System/Library/Fonts/Supplemental/Songti.ttc",
                    "/System/Library/Fonts/STHeiti Light.ttc",
                    "/System/Library/Fonts/Supplemental/Arial Unicode.ttf",
                    "/Library/Fonts/Arial Unicode.ttf",
                    "C:/Windows/Fonts/simfang.ttf",
                    "C:/Windows/Fonts/simsun.ttc",
                    "C:/Windows/Fonts/msyh.ttc")
            .map(Path::of)
            .toList();

    /** @param font one face, as a file */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    private record Loaded(String family, byte[] font, CmapLookup characters) {}

    private final Supplier<List<Path>> files;
    private volatile List<Loaded> fonts = List.of();

    public PaperFonts() {
        this(() -> found(Optional.ofNullable(System.getenv(VARIABLE))));
    }

    PaperFonts(Supplier<List<Path>> files) {
        this.files = files;
    }

    /** The font files there are on this machine, the best first. */
    public static List<Path> found(Optional<String> chosen) {
        return Stream.concat(chosen.filter(name -> !name.isBlank()).map(Path::of).stream(), USUAL.stream())
                .filter(Files::isReadable)
                .toList();
    }

    /** Those of them that papers can be printed with. */
    public static List<Path> usable(Optional<String> chosen) {
        return found(chosen).stream()
                .filter(file -> load(file, "paper").isPresent())
                .toList();
    }

    /** Whether there is any: looked for again until there is. */
    boolean ready() {
        return !loaded().isEmpty();
    }

    /** The families as CSS names them. */
    String families() {
        return String.join(", ", loaded().stream().map(Loaded::family).toList());
    }

    /** Calls back with each family and the stream of its font. */
    void each(java.util.function.BiConsumer<String, Supplier<InputStream>> use) {
        loaded().forEach(font -> use.accept(font.family(), () -> new ByteArrayInputStream(font.font())));
    }

    /** The characters of a text that no font has, each once. */
    List<String> missing(String text) {
        List<Loaded> all = loaded();
        IntStream points = text.codePoints()
                .filter(point -> !Character.isWhitespace(point))
                .distinct();
        return points.filter(point ->
                        all.stream().noneMatch(font -> font.characters().getGlyphId(point) > 0))
                .mapToObj(Character::toString)
                .toList();
    }

    private List<Loaded> loaded() {
        List<Loaded> now = fonts;
        if (now.isEmpty()) {
            now = load(files.get());
            fonts = now;
        }
        return now;
    }

    private static List<Loaded> load(List<Path> files) {
        List<Loaded> loaded = new ArrayList<>();
        for (Path file : files) {
            if (loaded.size() < FONTS_MAX) {
                load(file, "paper" + loaded.size()).ifPresent(loaded::add);
            }
        }
        return List.copyOf(loaded);
    }

    /** Empty where the file is no font we can use: the next is tried. */
    private static Optional<Loaded> load(Path file, String family) {
        try {
            byte[] face = FirstFace.of(Files.readAllBytes(file));
            try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(face))) {
                boolean chinese = font.getUnicodeCmapLookup().getGlyphId('矫') > 0;
                boolean outlined = font.getTableMap().containsKey("glyf");
                return chinese && outlined
                        ? Optional.of(new Loaded(family, face, font.getUnicodeCmapLookup()))
                        : Optional.empty();
            }
        } catch (IOException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }
}
