package org.guitu.web.help;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;

/**
 * All help for one person, but for the psychological file.
 *
 * @param facts by what they are about
 */
record HelpFile(Person person, LocalDate today, Map<Need, Fact> facts, List<Relief> relief, List<Referral> referrals) {

    /** An answer that stands. */
    record Fact(Need.Answer answer, String evidence, Instant from, String by) {}

    static HelpFile read(Handle handle, Person person, Instant now) {
        return new HelpFile(
                person,
                LocalDate.ofInstant(now, person.zone()),
                FactStore.ofPerson(handle, person.id()),
                ReliefStore.ofPerson(handle, person.id()),
                ReferralStore.ofPerson(handle, person.id()));
    }

    Optional<Fact> fact(Need need) {
        return Optional.ofNullable(facts.get(need));
    }
}
