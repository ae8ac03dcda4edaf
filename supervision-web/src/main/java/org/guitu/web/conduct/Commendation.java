package org.guitu.web.conduct;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.guitu.web.limits.Limit;

/** When a person may be commended (IM-33): long enough in corrections with all four conditions, or for an outstanding deed. Pure. */
final class Commendation {

    static final Limit MONTHS_MIN = Limit.of("conduct.commendation-months-min");

    private Commendation() {}

    /** What it rests on. */
    enum Basis {
        CONDITIONS,
        DEED
    }

    /** The four conditions: all must hold. */
    enum Condition {
        /** 服从人民法院判决，认罪悔罪. */
        REMORSE,
        /** 遵守法律法规. */
        LAW,
        /** 遵守报告、会客、外出、迁居等规定，服从管理. */
        RULES,
        /** 积极参加教育学习等活动，接受教育矫正. */
        STUDY
    }

    /** The first day on which it may be for the four conditions: 六个月以上 includes the day on which they are full. */
    static LocalDate from(LocalDate begun, int monthsMin) {
        return begun.plusMonths(monthsMin);
    }

    /** What on the file speaks against the four conditions since a day; a person decides all the same. */
    static List<String> against(ConductFile file, LocalDate since) {
        List<String> against = new ArrayList<>();
        if (file.incidents().stream()
                .anyMatch(incident -> !incident.lastTouched(file.today()).isBefore(since))) {
            against.add("conduct.against.incident");
        }
        if (file.measures().stream()
                .anyMatch(measure -> measure.kind().punishes()
                        && measure.state() != Measure.State.WITHDRAWN
                        && !measure.decidedOn().isBefore(since))) {
            against.add("conduct.against.measure");
        }
        Optional<Assessment> worst = file.assessments().stream()
                .filter(assessment -> !assessment.month().plusMonths(1).isBefore(since))
                .max(Comparator.comparing(Assessment::grade));
        if (worst.filter(assessment -> assessment.grade() == Assessment.Grade.FAIL)
                .isPresent()) {
            against.add("conduct.against.assessment");
        }
        return against;
    }
}
