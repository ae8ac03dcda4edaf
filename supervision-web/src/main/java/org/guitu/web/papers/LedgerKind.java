package org.guitu.web.papers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ledgers a village and its office keep. */
public enum LedgerKind {
    /** 社区矫正对象花名册. */
    ROSTER,
    /** 安置帮教对象花名册. */
    RESETTLEMENT_ROSTER,
    /** 监管通知台账. */
    NOTICES(PaperKind.NOTICE),
    /** 公益活动服务证明台账. */
    SERVICE_CERTIFICATES(PaperKind.SERVICE_CERTIFICATE),
    /** 帮扶转介台账. */
    REFERRALS(PaperKind.REFERRAL),
    /** 文书编号登记簿: every paper, void ones too. */
    PAPERS(PaperKind.values());

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<PaperKind> kinds;

    LedgerKind(PaperKind... kinds) {
        this.kinds = List.of(kinds);
    }

    /** Of what papers it is the register; none for a roster of people. */
    List<PaperKind> papers() {
        return kinds;
    }

    public boolean ofPeople() {
        return kinds.isEmpty();
    }

    /** Its name in addresses and file names. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<LedgerKind> ofSlug(String slug) {
        for (LedgerKind kind : values()) {
            if (kind.slug().equals(slug)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
