package org.guitu.web.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether two entries may be of one person: a name alike and a birth date that is the same or off as dates are miswritten. Pure; people
 * with the same identity number are another matter.
 */
final class Likeness {

    private Likeness() {}

    /**
     * The dates a birth date may have been meant to be, itself among them: a day to either side, day and month exchanged, one digit
     * otherwise, two neighbouring digits exchanged.
     */
    static Set<LocalDate> nearDates(LocalDate date) {
        Set<LocalDate> near = new TreeSet<>(List.of(date, date.minusDays(1), date.plusDays(1)));
        String digits = "%04d%02d%02d".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        add(near, digits.substring(0, 4) + digits.substring(6) + digits.substring(4, 6));
        for (int i = 2; i < digits.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                add(near, digits.substring(0, i) + digit + digits.substring(i + 1));
            }
            if (i + 1 < digits.length()) {
                add(near, digits.substring(0, i) + digits.charAt(i + 1) + digits.charAt(i) + digits.substring(i + 2));
            }
        }
        return near;
    }

    private static void add(Set<LocalDate> near, String digits) {
        try {
            near.add(LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6))));
        } catch (DateTimeException none) {
            // no such day: nobody was born on it
        }
    }

    /**
     * A name prepared to be compared with many.
     *
     * @param characters code points
     * @param sorted the same in order
     * @param syllables of its reading
     */
    record Name(List<Integer> characters, List<Integer> sorted, List<String> syllables) {

        /**
         * Prepares a name.
         *
         * @param latin the reading as filed, {@code ""} for none
         */
        static Name of(String name, String latin) {
            List<Integer> characters =
                    SearchTokens.key(name).codePoints().boxed().toList();
            return new Name(
                    characters,
                    characters.stream().sorted().toList(),
                    Arrays.stream((latin.isBlank() ? name : latin)
                                    .toLowerCase(Locale.ROOT)
                                    .split("[\\s·,'’-]+"))
                            .map(SearchTokens::key)
                            .filter(word -> !word.isEmpty())
                            .toList());
        }
    }

    /**
     * Whether two names are alike: the same characters in whatever order, the same reading, or of three and more one character or one
     * syllable otherwise, missing or too much.
     */
    static boolean alike(Name one, Name other) {
        return one.sorted().equals(other.sorted())
                || (one.syllables().equals(other.syllables())
                        && !one.syllables().isEmpty())
                || oneOff(one.characters(), other.characters())
                || oneOff(one.syllables(), other.syllables());
    }

    /** Whether one element is otherwise, missing or too much, where the longer has three at least. */
    private static <T> boolean oneOff(List<T> a, List<T> b) {
        int longer = Math.max(a.size(), b.size());
        if (longer < 3 || Math.abs(a.size() - b.size()) > 1) {
            return false;
        }
        int head = 0;
        while (head < Math.min(a.size(), b.size()) && a.get(head).equals(b.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(a.size(), b.size()) - head
                && a.get(a.size() - 1 - tail).equals(b.get(b.size() - 1 - tail))) {
            tail++;
        }
        return longer - head - tail <= 1;
    }
}
