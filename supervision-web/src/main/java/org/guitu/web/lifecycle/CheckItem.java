package org.guitu.web.lifecycle;

import java.util.Arrays;
import java.util.List;
import org.guitu.web.people.CaseState;

/** An item of reception (CCL-22 to 25) or of discharge (CCL-44). */
public enum CheckItem {
    /** 核对身份. */
    IDENTITY(Phase.RECEPTION),
    /** 核对法律文书. */
    PAPERS(Phase.RECEPTION),
    /** 办理登记、建立档案. */
    FILE(Phase.RECEPTION),
    /** 告知权利义务. */
    RIGHTS(Phase.RECEPTION),
    /** 确定矫正小组、签订责任书. */
    TEAM(Phase.RECEPTION),
    /** 制定矫正方案. */
    PLAN(Phase.RECEPTION),
    /** 确定管理类别. */
    CLASS(Phase.RECEPTION),
    /** 入矫宣告. */
    ANNOUNCEMENT(Phase.RECEPTION),
    /** 通报出入境管理. */
    EXIT_ENTRY(Phase.RECEPTION),
    /** 总结和鉴定. */
    SUMMARY(Phase.DISCHARGE),
    /** 解除宣告. */
    FAREWELL(Phase.DISCHARGE),
    /** 发放解除社区矫正证明书. */
    CERTIFICATE(Phase.DISCHARGE),
    /** 通知决定机关、检察院、公安机关. */
    NOTICES(Phase.DISCHARGE),
    /** 安置帮教交接. */
    HAND_OVER(Phase.DISCHARGE);

    /** When it is done. */
    public enum Phase {
        RECEPTION,
        DISCHARGE
    }

    private final Phase phase;

    CheckItem(Phase phase) {
        this.phase = phase;
    }

    public Phase phase() {
        return phase;
    }

    /**
     * Whether it can have been done while a case stands there: identity and papers are checked before the person is received, what is handed
     * out or told at the end only after it.
     */
    boolean mayBeDone(CaseState state) {
        return switch (this) {
            case IDENTITY, PAPERS ->
                state.inCorrections()
                        || state == CaseState.DECIDED
                        || state == CaseState.AWAITING_REPORT
                        || state == CaseState.NOT_TAKEN_UP;
            case FILE, RIGHTS, TEAM, PLAN, CLASS, ANNOUNCEMENT, EXIT_ENTRY -> state.inCorrections();
            case SUMMARY, FAREWELL -> state.inCorrections() || state.closed();
            case CERTIFICATE, NOTICES, HAND_OVER -> state.closed();
        };
    }

    static List<CheckItem> of(Phase phase) {
        return Arrays.stream(values()).filter(item -> item.phase == phase).toList();
    }
}
