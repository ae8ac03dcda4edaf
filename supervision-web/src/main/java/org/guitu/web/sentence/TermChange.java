package org.guitu.web.sentence;

/** Why a version of the term was made. */
public enum TermChange {
    /** As it was pronounced. */
    SENTENCE,
    /** 减刑. */
    COMMUTATION,
    /** Days that are not served: escape, or temporary execution obtained by bribery (CPL-268). */
    NOT_SERVED,
    /** The court made it longer, e.g. probation extended for another deed; or temporary execution was prolonged. */
    EXTENSION,
    /** The version before was reckoned or entered wrongly. */
    CORRECTION
}
