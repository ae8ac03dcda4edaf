package org.guitu.web.access;

import java.util.Locale;
import java.util.Optional;

/** The languages every word exists in. */
public enum Lang {
    ZH("zh", "zh-CN"),
    EN("en", "en");

    private final String code;
    private final String tag;

    Lang(String code, String tag) {
        this.code = code;
        this.tag = tag;
    }

    /** Two letters, as in file names, cookies and the database. */
    public String code() {
        return code;
    }

    /** The language tag for {@code <html lang>}. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The other one: what the switch on each page offers. */
    public Lang other() {
        return this == ZH ? EN : ZH;
    }

    /** The language with this two-letter code. */
    public static Optional<Lang> ofCode(String code) {
        for (Lang lang : values()) {
            if (lang.code.equals(code)) {
                return Optional.of(lang);
            }
        }
        return Optional.empty();
    }

    /** The first language of an {@code Accept-Language} header that we speak, in the order written; Chinese if there is none. */
    public static Lang ofAcceptLanguage(String header) {
        for (String part : header.toLowerCase(Locale.ROOT).split(",", 20)) {
            String code = part.strip();
            if (code.startsWith("zh")) {
                return ZH;
            }
            if (code.startsWith("en")) {
                return EN;
            }
        }
        return ZH;
    }
}
