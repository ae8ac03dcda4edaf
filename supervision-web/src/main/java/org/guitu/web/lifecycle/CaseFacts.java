package org.guitu.web.lifecycle;

import java.time.LocalDate;
import java.util.Optional;
import org.guitu.web.people.CaseState;

/**
 * What the guards of the machine look at.
 *
 * @param state where the case stands
 * @param since the first day it has stood there, as far as steps say
 * @param today where the person is supervised
 * @param termTo last day of the sentence
 * @param reportBy last day on which the person could report in; empty where it is not known
 * @param identityKnown whether an identity number is on file
 * @param investigationReported whether the opinion that was asked for has been given, or none was asked for
 * @param summaryDone whether the summary before discharge is on file
 */
record CaseFacts(
        CaseState state,
        Optional<LocalDate> since,
        LocalDate today,
        Optional<LocalDate> termTo,
        Optional<LocalDate> reportBy,
        boolean identityKnown,
        boolean investigationReported,
        boolean summaryDone) {}
