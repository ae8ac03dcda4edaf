package org.guitu.web.exchange;

import static org.guitu.web.exchange.PartnerKind.CORRECTIONS;
import static org.guitu.web.exchange.PartnerKind.COURT;
import static org.guitu.web.exchange.PartnerKind.POLICE;
import static org.guitu.web.exchange.PartnerKind.PRISON;
import static org.guitu.web.exchange.PartnerKind.PROCURATORATE;

import java.util.Set;

/** What a message tells. The notices of an agency have recipients by law; the other kinds come from those who are named. */
public enum NoticeKind {
    /** 调查评估意见: what a deciding body was advised before it decided (IM-14). */
    INVESTIGATION(Set.of(PROCURATORATE), Set.of(CORRECTIONS)),
    /** 接收入矫: received into corrections. */
    INTAKE(Set.of(PROCURATORATE, POLICE), Set.of(CORRECTIONS)),
    /** 训诫 (IM-34). */
    REPRIMAND(Set.of(PROCURATORATE), Set.of(CORRECTIONS)),
    /** 警告 (IM-35). */
    WARNING(Set.of(PROCURATORATE), Set.of(CORRECTIONS)),
    /** 提请治安管理处罚 (IM-36). */
    POLICE_PROPOSAL(Set.of(POLICE, PROCURATORATE), Set.of(CORRECTIONS)),
    /** 长期外出: leave so long that the procuratorate is told (IM-27). */
    LONG_LEAVE(Set.of(PROCURATORATE), Set.of(CORRECTIONS)),
    /** 批准进入禁止令确定的区域 (IM-39). */
    INJUNCTION_PLACE(Set.of(COURT, PROCURATORATE), Set.of(CORRECTIONS)),
    /** 变更执行地 (CCL-27). */
    PLACE_CHANGE(Set.of(COURT, PROCURATORATE, POLICE), Set.of(CORRECTIONS)),
    /** 提请撤销缓刑、假释 (CCL-46). */
    REVOCATION(Set.of(COURT, PROCURATORATE), Set.of(CORRECTIONS)),
    /** 提请收监执行 (CCL-49). */
    RECALL(Set.of(COURT, PROCURATORATE), Set.of(CORRECTIONS)),
    /** 解除、终止矫正 (CCL-44). */
    END(Set.of(COURT, PROCURATORATE, POLICE), Set.of(CORRECTIONS)),
    /** 死亡 (IM-52). */
    DEATH(Set.of(COURT, PROCURATORATE), Set.of(CORRECTIONS)),
    /** 失去联系、脱离监管 (CCL-30). */
    LOST_CONTACT(Set.of(POLICE, PROCURATORATE), Set.of(CORRECTIONS)),
    /** 决定文书: somebody is to serve in the community. */
    DECISION(Set.of(), Set.of(COURT, PRISON, POLICE)),
    /** 异常行为: a person in corrections was seen where or doing what should not be. */
    ABNORMAL_BEHAVIOUR(Set.of(), Set.of(COURT, PROCURATORATE, POLICE, CORRECTIONS)),
    /** 再犯罪: a person in corrections is suspected or convicted of a new crime. */
    RE_OFFENCE(Set.of(), Set.of(COURT, PROCURATORATE, POLICE)),
    /** 服刑人员基本信息: an inmate will be released and return here; to be verified. */
    INMATE_INFORMATION(Set.of(), Set.of(PRISON)),
    /** 函: anything else, in words. */
    LETTER(Set.of(), Set.of(PartnerKind.values()));

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<PartnerKind> recipients;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<PartnerKind> senders;

    NoticeKind(Set<PartnerKind> recipients, Set<PartnerKind> senders) {
        this.recipients = recipients;
        this.senders = senders;
    }

    /** To whom an agency must send it, COURT standing for the deciding body; empty for what an agency is told. */
    public Set<PartnerKind> recipients() {
        return recipients;
    }

    /** Whether a partner of this kind may tell it. */
    public boolean mayComeFrom(PartnerKind partner) {
        return senders.contains(partner);
    }

    /** Whether it must be looked into and answered for within a term. */
    public boolean wantsAnswer() {
        return this == ABNORMAL_BEHAVIOUR || this == RE_OFFENCE;
    }

    /** Whether it brings somebody who is to be entered. */
    public boolean bringsPerson() {
        return this == DECISION;
    }
}
