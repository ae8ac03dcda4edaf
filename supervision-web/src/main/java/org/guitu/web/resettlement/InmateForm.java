package org.guitu.web.resettlement;

import java.util.List;
import org.guitu.web.form.Answers;

/**
 * What was told of an inmate, as written in a form.
 *
 * @param message the id of the message it came by, {@code ""} for paper
 * @param organisationId who is to verify; {@code ""}: the acting staff's own
 */
public record InmateForm(
        String message,
        String organisationId,
        String source,
        String name,
        String sex,
        String identityNumber,
        String bornOn,
        String address,
        String expectedOn,
        List<String> keyReasons,
        String note,
        String receivedOn) {
    public InmateForm {
        message = Answers.orEmpty(message);
        organisationId = Answers.orEmpty(organisationId);
        source = Answers.orEmpty(source);
        name = Answers.orEmpty(name);
        sex = Answers.orEmpty(sex);
        identityNumber = Answers.orEmpty(identityNumber);
        bornOn = Answers.orEmpty(bornOn);
        address = Answers.orEmpty(address);
        expectedOn = Answers.orEmpty(expectedOn);
        keyReasons = Answers.orEmpty(keyReasons);
        note = Answers.orEmpty(note);
        receivedOn = Answers.orEmpty(receivedOn);
    }
}
