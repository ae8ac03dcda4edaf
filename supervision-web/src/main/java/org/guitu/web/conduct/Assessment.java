package org.guitu.web.conduct;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * How a month went.
 *
 * @param month its first day
 * @param items by item; what does not apply is left out
 */
record Assessment(
        long id,
        LocalDate month,
        Grade grade,
        Map<Item, Grade> items,
        String note,
        Instant recordedAt,
        String recordedBy) {

    Assessment {
        items = Map.copyOf(items);
    }

    /** 良好, 合格, 不合格. */
    enum Grade {
        GOOD,
        PASS,
        FAIL
    }

    /** What is looked at. */
    enum Item {
        /** 认罪悔罪. */
        REMORSE,
        /** 报告. */
        REPORTS,
        /** 外出、会客、迁居和禁止令. */
        RULES,
        /** 教育学习. */
        STUDY,
        /** 公益活动. */
        WORK
    }
}
