package org.guitu.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Role;
import org.guitu.web.access.Staff;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The crowd that {@code PeopleBench} measures is found as people who were entered are. */
class CrowdIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static PeopleService people;
    private static Staff city;
    private static Staff office;

    @BeforeAll
    static void settle() {
        List<Organisation> all = Crowd.offices(WEB.jdbi());
        Crowd.settle(
                WEB.jdbi(),
                all.stream()
                        .filter(one -> one.level() == Organisation.Level.OFFICE)
                        .toList(),
                2_000,
                1);
        people = org.guitu.web.CaseServices.of(WEB.jdbi(), java.time.Instant::now)
                .people();
        city = staff(all.getFirst());
        office = staff(all.get(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"字0000123", "0000123", "123 演"})
    void personIsFoundByTheCaseNumber(String words) {
        assertThat(people.search(city, PersonQuery.of(words)).people())
                .extracting(Found.Row::caseNumber)
                .contains("演字0000123");
    }

    @Test
    void personIsFoundByNameReadingInitialsAndTheEndOfTheIdentityNumber() {
        Person one = people.list(city, PersonQuery.of("0000777"), 1).getFirst();
        String reading = one.latinName().replace(" ", "").toLowerCase(java.util.Locale.ROOT);
        String initials = one.latinName().replaceAll("[a-z ]", "");
        String tail = one.identityNumber().orElseThrow().substring(12);
        for (String words : List.of(one.name(), one.name().substring(2), reading, initials, tail)) {
            assertThat(people.list(city, PersonQuery.of(words), 1_000))
                    .as(words)
                    .extracting(Person::id)
                    .contains(one.id());
        }
    }

    @Test
    void oneLetterIsTheFirstOfTheName() {
        assertThat(people.search(city, PersonQuery.of("y")).people()).isNotEmpty();
        assertThat(people.search(city, PersonQuery.of("w")).people()).isEmpty();
        assertThat(people.list(city, PersonQuery.of("y w"), 2_000))
                .isNotEmpty()
                .allSatisfy(one ->
                        assertThat(List.of(one.latinName().split(" "))).anyMatch(syllable -> syllable.startsWith("W")));
    }

    @Test
    void officeSeesItsShareAndPagesThroughAll() {
        assertThat(people.list(city, PersonQuery.of(""), 5_000)).hasSize(2_000);
        PersonQuery query = PersonQuery.of("").limitedTo(7);
        int seen = 0;
        for (Optional<String> next = Optional.of(""); next.isPresent(); ) {
            Found page = people.search(office, query.after(next.get()));
            seen += page.people().size();
            next = page.next();
        }
        assertThat(seen).isEqualTo(20);
    }

    private static Staff staff(Organisation place) {
        return new Staff(1, "crowd", "演练", place, Set.of(Role.OFFICER), Optional.empty());
    }
}
