package org.guitu.web.lifecycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A change of the place where the sentence is served (IM-30, 31).
 *
 * @param toOrganisationId where the new place is one of ours
 * @param agreed what the new place answered
 * @param ofThisCase whether it belongs to the case that stands: with an earlier one it ended
 * @param approved what the old place then decided
 */
record Transfer(
        long id,
        int version,
        String toPlace,
        Optional<Long> toOrganisationId,
        String reason,
        LocalDate appliedOn,
        Optional<LocalDate> askedOn,
        Optional<LocalDate> answeredOn,
        Optional<Boolean> agreed,
        Optional<LocalDate> decidedOn,
        Optional<Boolean> approved,
        Optional<LocalDate> toldOn,
        Optional<LocalDate> filesSentOn,
        Optional<LocalDate> filesReceivedOn,
        Optional<LocalDate> arrivedOn,
        Optional<LocalDate> withdrawnOn,
        boolean ofThisCase) {

    /** What is done next. */
    enum Act {
        /** 征求新执行地意见. */
        ASK,
        /** 新执行地回复: yes or no. */
        ANSWER,
        /** 决定: yes or no. */
        DECIDE,
        /** 告知本人不同意变更. */
        TELL,
        /** 移送档案. */
        SEND_FILES,
        /** 新执行地收到档案. */
        RECEIVE_FILES,
        /** 到新执行地报到. */
        ARRIVE,
        /** 撤回申请. */
        WITHDRAW;

        boolean answersYesOrNo() {
            return this == ANSWER || this == DECIDE;
        }
    }

    String ref() {
        return "transfer:" + id;
    }

    boolean refused() {
        return agreed.filter(yes -> !yes).isPresent()
                || approved.filter(yes -> !yes).isPresent();
    }

    boolean over() {
        return !ofThisCase || arrivedOn.isPresent() || withdrawnOn.isPresent() || (refused() && toldOn.isPresent());
    }

    /** What may be done now, the usual thing first. */
    List<Act> next() {
        if (over()) {
            return List.of();
        }
        if (refused()) {
            return List.of(Act.TELL);
        }
        if (askedOn.isEmpty()) {
            return List.of(Act.ASK, Act.WITHDRAW);
        }
        if (answeredOn.isEmpty()) {
            return List.of(Act.ANSWER, Act.WITHDRAW);
        }
        if (decidedOn.isEmpty()) {
            return List.of(Act.DECIDE, Act.WITHDRAW);
        }
        if (filesSentOn.isEmpty()) {
            return List.of(Act.SEND_FILES);
        }
        return filesReceivedOn.isEmpty() ? List.of(Act.RECEIVE_FILES, Act.ARRIVE) : List.of(Act.ARRIVE);
    }

    /** The newest day something happened: nothing happens before it. */
    LocalDate last() {
        return java.util.stream.Stream.of(
                        Optional.of(appliedOn), askedOn, answeredOn, decidedOn, toldOn, filesSentOn, filesReceivedOn)
                .flatMap(Optional::stream)
                .max(LocalDate::compareTo)
                .orElse(appliedOn);
    }
}
