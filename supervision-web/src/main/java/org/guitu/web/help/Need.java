package org.guitu.web.help;

import java.util.Arrays;
import java.util.List;

/** What is asked of someone's life, each with the answers it may have. */
public enum Need {
    /** 困难. */
    HARDSHIP,
    /** 低保. */
    ALLOWANCE,
    /** 就业. */
    EMPLOYMENT,
    /** 就学. */
    SCHOOLING;

    /** An answer. */
    public enum Answer {
        HARDSHIP_NONE(Need.HARDSHIP, false),
        /** 困难对象: flagged, with evidence. */
        HARDSHIP(Need.HARDSHIP, true),
        NOT_ELIGIBLE(Need.ALLOWANCE, false),
        /** 符合条件未享受. */
        ELIGIBLE(Need.ALLOWANCE, true),
        /** 已享受. */
        COVERED(Need.ALLOWANCE, true),
        UNABLE(Need.EMPLOYMENT, false),
        UNWILLING(Need.EMPLOYMENT, false),
        /** Able and willing, and without work. */
        SEEKING(Need.EMPLOYMENT, false),
        /** 已就业. */
        PLACED(Need.EMPLOYMENT, true),
        SCHOOL_NOT_NEEDED(Need.SCHOOLING, false),
        SCHOOL_NEEDED(Need.SCHOOLING, false),
        AT_SCHOOL(Need.SCHOOLING, true);

        private final Need need;
        private final boolean evidence;

        Answer(Need need, boolean evidence) {
            this.need = need;
            this.evidence = evidence;
        }

        Need need() {
            return need;
        }

        /** Whether it must be shown by something. */
        boolean wantsEvidence() {
            return evidence;
        }

        /** Whether it calls for somebody to help. */
        boolean calls() {
            return this == HARDSHIP || this == ELIGIBLE || this == SEEKING || this == SCHOOL_NEEDED;
        }
    }

    List<Answer> answers() {
        return Arrays.stream(Answer.values())
                .filter(answer -> answer.need() == this)
                .toList();
    }
}
