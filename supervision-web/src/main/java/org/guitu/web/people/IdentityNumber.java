package org.guitu.web.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A citizen identity number after GB 11643-1999: six digits of place, eight of the date of birth, three of sequence (odd for men) and a
 * check character by ISO 7064 MOD 11-2.
 *
 * @param value eighteen characters, the last a digit or {@code X}
 */
public record IdentityNumber(String value) {

    private static final Pattern FORM = Pattern.compile("[1-9]\\d{16}[\\dX]");
    private static final String CHECK = "10X98765432";

    /** The number, or empty if its form, its date of birth or its check character is wrong. */
    public static Optional<IdentityNumber> parse(String raw) {
        String value = raw.strip().toUpperCase(Locale.ROOT);
        if (!FORM.matcher(value).matches() || checkCharacter(value) != value.charAt(17)) {
            return Optional.empty();
        }
        try {
            IdentityNumber number = new IdentityNumber(value);
            return number.bornOn().getYear() < 1900 ? Optional.empty() : Optional.of(number);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** GB 11643, 4.2: weights 2^(18-i) mod 11, the check character is the one that makes the sum 1 modulo 11. */
    public static char checkCharacter(String firstSeventeen) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum = (sum + (firstSeventeen.charAt(i) - '0')) * 2 % 11;
        }
        return CHECK.charAt(sum);
    }

    public LocalDate bornOn() {
        return LocalDate.of(
                Integer.parseInt(value.substring(6, 10)),
                Integer.parseInt(value.substring(10, 12)),
                Integer.parseInt(value.substring(12, 14)));
    }

    public Sex sex() {
        return (value.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** For lists: the place's first three digits and the last two characters, the rest hidden. */
    public String masked() {
        return value.substring(0, 3) + "*".repeat(13) + value.substring(16);
    }
}
