package org.guitu.web.papers;

import static org.guitu.web.people.Category.CONTROL;
import static org.guitu.web.people.Category.PAROLE;
import static org.guitu.web.people.Category.PROBATION;
import static org.guitu.web.people.Category.RELEASED;
import static org.guitu.web.people.Category.TEMPORARY_EXECUTION;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.guitu.web.people.Category;

/** The standard papers, in the order of a case. Each has a shipped template, {@code papers/<name>.html}. */
public enum PaperKind {
    /** 调查评估意见书. */
    INVESTIGATION_OPINION(Group.INTAKE, "矫调评字", Whom.SUPERVISED),
    /** 送达回执. */
    RECEIPT(Group.INTAKE, "矫收字", Whom.SUPERVISED),
    /** 社区矫正告知书. */
    NOTICE(Group.INTAKE, "矫告字", Whom.SUPERVISED),
    /** 矫正小组责任书. */
    TEAM_LETTER(Group.INTAKE, "矫责字", Whom.SUPERVISED),
    /** 矫正方案. */
    PLAN(Group.INTAKE, "矫案字", Whom.SUPERVISED),

    /** 使用电子定位装置决定书. */
    LOCATION_DECISION(Group.SUPERVISION, "矫定字", Whom.SUPERVISED),
    /** 外出审批决定书. */
    LEAVE_APPROVAL(Group.SUPERVISION, "矫外字", Whom.SUPERVISED),
    /** 会客审批决定书. */
    CONTACT_APPROVAL(Group.SUPERVISION, "矫会字", Whom.SUPERVISED),
    /** 进入特定场所审批决定书. */
    PLACE_APPROVAL(Group.SUPERVISION, "矫入字", Whom.SUPERVISED),
    /** 执行地变更决定书. */
    RESIDENCE_CHANGE(Group.SUPERVISION, "矫迁字", Whom.SUPERVISED),

    /** 表扬决定书. */
    COMMENDATION(Group.CONDUCT, "矫表字", Whom.SUPERVISED),
    /** 训诫决定书. */
    REPRIMAND(Group.CONDUCT, "矫训字", Whom.SUPERVISED),
    /** 警告决定书. */
    WARNING(Group.CONDUCT, "矫警字", Whom.SUPERVISED),
    /** 治安管理处罚建议书. */
    PUNISHMENT_PROPOSAL(Group.CONDUCT, "矫治建字", Whom.SUPERVISED),
    /** 撤销缓刑(假释)建议书. */
    REVOCATION_PROPOSAL(Group.CONDUCT, "矫撤建字", Set.of(PROBATION, PAROLE)),
    /** 收监执行建议书. */
    RECALL_PROPOSAL(Group.CONDUCT, "矫收监建字", Set.of(TEMPORARY_EXECUTION)),

    /** 社区矫正期满总结鉴定. */
    SUMMARY(Group.END, "矫结字", Whom.SUPERVISED),
    /** 解除社区矫正宣告书. */
    END_NOTICE(Group.END, "矫宣字", Whom.SUPERVISED),
    /** 解除社区矫正证明书. */
    CERTIFICATE(Group.END, "矫解证字", Whom.SERVED),
    /** 解除(终止)社区矫正通知书. */
    END_LETTER(Group.END, "矫解通字", Whom.SERVED),
    /** 安置帮教衔接函. */
    HANDOVER(Group.END, "安帮接字", Whom.SERVED),

    /** 公益活动服务证明. */
    SERVICE_CERTIFICATE(Group.HELP, "矫服证字", Whom.ANYBODY),
    /** 帮扶转介函. */
    REFERRAL(Group.HELP, "帮转字", Whom.ANYBODY);

    /** What part of a case it belongs to. */
    public enum Group {
        INTAKE,
        SUPERVISION,
        CONDUCT,
        END,
        HELP
    }

    private final Group group;
    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Category> whom;

    PaperKind(Group group, String word, Set<Category> whom) {
        this.group = group;
        this.word = word;
        this.whom = whom;
    }

    public Group group() {
        return group;
    }

    /** The word of its numbers until an organisation chooses its own. */
    public String word() {
        return word;
    }

    /** Whether it can be made out to people of this category. */
    public boolean suits(Category category) {
        return whom.contains(category);
    }

    /** Its name in addresses and file names, e.g. {@code team-letter}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where it is made out for a person. */
    public String path(long personId) {
        return "/people/" + personId + "/papers/new/" + slug();
    }

    public static Optional<PaperKind> ofSlug(String slug) {
        for (PaperKind kind : values()) {
            if (kind.slug().equals(slug)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static final class Whom {
        static final Set<Category> SUPERVISED = Set.of(CONTROL, PROBATION, PAROLE, TEMPORARY_EXECUTION);
        static final Set<Category> SERVED = Set.of(CONTROL, PROBATION, PAROLE, TEMPORARY_EXECUTION, RELEASED);
        static final Set<Category> ANYBODY = Set.of(Category.values());
    }
}
