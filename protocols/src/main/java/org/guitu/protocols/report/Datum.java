package org.guitu.protocols.report;

/** The datum of coordinates on a wire or a map layer. Inside, everything is WGS-84 (CGCS2000 is equal at this accuracy). */
public enum Datum {
    WGS84 {
        @Override
        Coordinates shift(Coordinates place) {
            return place;
        }
    },
    /** The shifted coordinates that Chinese maps and phones must use; 100 to 700 m off. */
    GCJ02 {
        @Override
        Coordinates shift(Coordinates place) {
            return ChinaShift.gcj02(place);
        }
    },
    /** Baidu's further shift of GCJ-02. */
    BD09 {
        @Override
        Coordinates shift(Coordinates place) {
            return ChinaShift.bd09(ChinaShift.gcj02(place));
        }
    };

    /** The inverse converges by a factor of some thousand a step; three steps are below a millimetre. */
    private static final int INVERSE_STEPS = 4;

    abstract Coordinates shift(Coordinates wgs84);

    /** This datum's spelling of a WGS-84 place; unchanged outside China's bounding box, where the shift is not applied. */
    public Coordinates fromWgs84(Coordinates place) {
        return ChinaShift.applies(place) ? shift(place) : place;
    }

    /** The WGS-84 place that this datum spells so, within 0.1 m; what is outside China's bounding box or no place at all comes back as it is. */
    public Coordinates toWgs84(Coordinates spelt) {
        if (this == WGS84 || !ChinaShift.applies(spelt)) {
            return spelt;
        }
        Coordinates guess = spelt;
        for (int step = 0; step < INVERSE_STEPS; step++) {
            Coordinates shifted = shift(guess);
            guess = new Coordinates(
                    guess.latitude() + spelt.latitude() - shifted.latitude(),
                    guess.longitude() + spelt.longitude() - shifted.longitude());
        }
        return guess;
    }
}
