package org.guitu.web.resettlement;

import java.util.List;
import org.guitu.web.form.Answers;

/**
 * A stretch of help as written in a form.
 *
 * @param keyReasons names of {@link KeyReason}; none: no key person
 * @param version as read, for a change; {@code ""} for a new one
 */
public record ResettlementForm(String origin, String releasedOn, List<String> keyReasons, String version) {
    public ResettlementForm {
        origin = Answers.orEmpty(origin);
        releasedOn = Answers.orEmpty(releasedOn);
        keyReasons = Answers.orEmpty(keyReasons);
        version = Answers.orEmpty(version);
    }
}
