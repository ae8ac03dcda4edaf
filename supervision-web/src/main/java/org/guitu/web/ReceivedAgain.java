package org.guitu.web;

import java.time.LocalDate;
import org.guitu.web.access.Staff;
import org.guitu.web.lifecycle.CaseStep;
import org.guitu.web.lifecycle.StepListener;
import org.guitu.web.people.Person;
import org.guitu.web.resettlement.ResettlementService;
import org.jdbi.v3.core.Handle;

/** Whoever is received into corrections again is helped as someone released no more. */
record ReceivedAgain(ResettlementService resettlements) implements StepListener {

    @Override
    public void taken(Handle handle, Staff by, Person person, CaseStep step, LocalDate on, String documentNumber) {
        if (step == CaseStep.RECEPTION) {
            resettlements.receivedAgain(handle, by, person, on);
        }
    }

    @Override
    public void undone(Handle handle, Staff by, Person person, CaseStep step, LocalDate on, String reason) {
        // Help that ended by mistake is begun again on its own page: nobody is made to accept it.
    }
}
