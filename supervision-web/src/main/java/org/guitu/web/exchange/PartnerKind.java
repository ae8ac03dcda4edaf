package org.guitu.web.exchange;

/** What a partner is. */
public enum PartnerKind {
    /** 人民法院. */
    COURT,
    /** 人民检察院. */
    PROCURATORATE,
    /** 公安机关. */
    POLICE,
    /** 监狱 or another place where a sentence is served. */
    PRISON,
    /** Another agency of community corrections. */
    CORRECTIONS
}
