package org.guitu.web.risk;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The instruments that ship with the program, every version of each; {@code risk/instruments.txt} lists their files. */
public final class Instruments {

    private final List<Instrument> all;

    private Instruments(List<Instrument> all) {
        this.all = all;
    }

    /** Read once, at the first use. */
    public static Instruments shipped() {
        return Shipped.INSTRUMENTS;
    }

    public List<Instrument> list() {
        return all;
    }

    /** The names, each once, in the order they are shown. */
    public List<String> names() {
        return all.stream().map(Instrument::name).distinct().toList();
    }

    /** The newest version by name; capitals and punctuation do not matter, so DC-SRP is dcsrp. */
    public Optional<Instrument> find(String name) {
        return all.stream()
                .filter(instrument -> plain(instrument.name()).equals(plain(name)))
                .max(Comparator.comparing(Instrument::validFrom));
    }

    /** The version a stored score was made with. */
    public Optional<Instrument> find(String name, String version) {
        return all.stream()
                .filter(instrument ->
                        instrument.name().equals(name) && instrument.version().equals(version))
                .findFirst();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static final class Shipped {
        static final Instruments INSTRUMENTS = new Instruments(Resources.lines("instruments.txt")
                .map(file -> InstrumentReader.read(Resources.text(file)))
                .toList());
    }
}
