package org.guitu.web.resettlement;

/** Why somebody is a key person (重点帮教对象), who is met at the gate and helped first. */
public enum KeyReason {
    /** 累犯、惯犯. */
    RECIDIVIST,
    /** 涉黑涉恶. */
    GANG,
    /** 严重暴力犯罪. */
    VIOLENCE,
    /** 涉毒. */
    DRUGS,
    /** 无家可归、无业可就、无亲可投. */
    HOMELESS,
    /** 重病、精神障碍、残疾. */
    ILLNESS,
    /** 其他. */
    OTHER
}
