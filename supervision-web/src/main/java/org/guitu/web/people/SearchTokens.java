package org.guitu.web.people;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words by which a person is found. A search matches the beginning of a token, which an ordinary index answers at any size; so that
 * a given name or the middle of a case number is found too, every useful ending is a token of its own. Two Chinese characters are too
 * few for a trigram index, which is why there is none.
 */
final class SearchTokens {

    static final int LENGTH_MAX = 80;

    private static final String MARK = "#";
    private static final Pattern TAIL = Pattern.compile("\\d{3,17}[\\dx]");

    private SearchTokens() {}

    /** Tokens of a name in characters, its latin form and a case number. */
    static Set<String> of(String name, String latinName, String caseNumber) {
        Set<String> tokens = new LinkedHashSet<>();
        endings(tokens, key(name), 1);
        List<String> syllables = words(latinName);
        // Who types pinyin writes v for ü; key() makes it u.
        if (latinName.indexOf('ü') >= 0 || latinName.indexOf('Ü') >= 0) {
            tokens.add(String.join("", words(latinName.replace('ü', 'v').replace('Ü', 'V'))));
        }
        StringBuilder initials = new StringBuilder();
        for (int i = 0; i < syllables.size(); i++) {
            tokens.add(String.join("", syllables.subList(i, syllables.size())));
            initials.appendCodePoint(syllables.get(i).codePointAt(0));
        }
        if (syllables.size() > 1) {
            tokens.add(initials.toString());
        }
        endings(tokens, key(caseNumber), 3);
        return tokens;
    }

    /** Tokens of a device identity: the whole and every ending of at least four characters. */
    static Set<String> ofDevice(String identity) {
        Set<String> tokens = new LinkedHashSet<>();
        endings(tokens, key(identity), 4);
        return tokens;
    }

    /** The token of an identity number, found by its end: backwards, behind a mark no word begins with. */
    static String ofIdentity(String number) {
        return MARK + new StringBuilder(key(number)).reverse();
    }

    /** The beginning of {@link #ofIdentity} that a word of a query asks for, if it may be the end of an identity number. */
    static Optional<String> identityTail(String word) {
        return TAIL.matcher(word).matches() ? Optional.of(ofIdentity(word)) : Optional.empty();
    }

    /** The words of a query, each to be the beginning of a token. */
    static List<String> query(String raw) {
        return words(raw).stream().limit(5).toList();
    }

    /** Lower case, without accents, blanks and punctuation: what is compared. */
    static String key(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        String key = bare.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
        return key.length() > LENGTH_MAX ? key.substring(0, LENGTH_MAX) : key;
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("[\\s,·]+")).stream()
                .map(SearchTokens::key)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static void endings(Set<String> into, String key, int lengthMin) {
        int from = 0;
        do {
            if (!key.isEmpty()) {
                into.add(key.substring(from));
            }
            from = key.isEmpty() ? 0 : key.offsetByCodePoints(from, 1);
        } while (key.length() - from >= lengthMin && from < key.length());
    }
}
