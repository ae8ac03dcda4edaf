package org.guitu.web.orders;

import java.util.Locale;
import org.guitu.web.limits.Limit;

/** The five grounds on which a bracelet may be ordered: 社区矫正法, article 29, in its order. There is no sixth. */
public enum Ground {
    /** (一) an injunction was breached. */
    INJUNCTION_BREACHED,
    /** (二) left the city or county without reason or approval. */
    LEFT_WITHOUT_APPROVAL,
    /** (三) refused to report on his or her conduct and was warned. */
    REFUSED_TO_REPORT,
    /** (四) punished under public-security law for a breach. */
    PUBLIC_SECURITY_PUNISHMENT,
    /** (五) revocation of probation or parole, or recall to prison, is about to be proposed. */
    REVOCATION_PROPOSED;

    /** The figure that says whether it holds, and where the law says so. */
    Limit limit() {
        return Limit.of("orders.ground." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
