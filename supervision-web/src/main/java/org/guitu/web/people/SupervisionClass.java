package org.guitu.web.people;

/** How closely a person is supervised. The codes are those of the national data standard (SF/T 0016). */
public enum SupervisionClass {
    BASIC("01"),
    LIGHT("02"),
    NORMAL("03"),
    STRICT("04");

    private final String code;

    SupervisionClass(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
