package org.guitu.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityNumberTest {

    /** The two examples of GB 11643-1999, annex. */
    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "440524188001010014", "11010519491231002x", " 11010519491231002X "})
    void standardsOwnExamplesHaveTheRightCheckCharacter(String raw) {
        String first17 = raw.strip().substring(0, 17);
        assertThat(IdentityNumber.checkCharacter(first17))
                .isEqualTo(Character.toUpperCase(raw.strip().charAt(17)));
    }

    @Test
    void numberTellsBirthAndSexAndIsMaskedInLists() {
        IdentityNumber number = IdentityNumber.parse("11010519491231002X").orElseThrow();
        assertThat(number.bornOn()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(number.sex()).isEqualTo(Sex.FEMALE);
        assertThat(number.masked()).isEqualTo("110*************2X").hasSize(18);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105194912310021", // wrong check character
                "11010519491331002X", // month 13
                "11010519490230002X", // 30 February
                "1101051949123100", // too short
                "01010519491231002X", // no such place
                "11010519491231002Y",
                "１１０１０５１９４９１２３１００２X",
                ""
            })
    void wrongNumbersAreRefused(String raw) {
        assertThat(IdentityNumber.parse(raw)).isEmpty();
    }

    @Test
    void anyOneDigitMistypedIsNoticed() {
        long seed = 11643;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            String first17 = "4401%02d19%02d%02d%02d%03d"
                    .formatted(
                            random.nextInt(100),
                            random.nextInt(50, 100),
                            random.nextInt(1, 13),
                            random.nextInt(1, 29),
                            random.nextInt(1000));
            String good = first17 + IdentityNumber.checkCharacter(first17);
            assertThat(IdentityNumber.parse(good)).as("seed %d: %s", seed, good).isPresent();
            int at = random.nextInt(17);
            char other = (char) ('0' + (good.charAt(at) - '0' + random.nextInt(1, 10)) % 10);
            String wrong = good.substring(0, at) + other + good.substring(at + 1);
            assertThat(IdentityNumber.parse(wrong))
                    .as("seed %d: %s", seed, wrong)
                    .isEmpty();
        }
    }
}
