package org.guitu.protocols.report;

/** The datum of coordinates on a wire or a map layer. Inside, everything is WGS-84 (CGCS2000 is equal at this accuracy). */
public enum Datum {
    WGS84,
    GCJ02,
    BD09
}
