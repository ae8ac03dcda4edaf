package org.guitu.web.people;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a name in characters is read: surnames as surnames are (单 Shàn, 曾 Zēng, 仇 Qiú, 解 Xiè), by ICU's table for names, plus those it
 * does not know. Tones are left out. The reading of a given name may be wrong where a character has several; whoever keeps the file may
 * correct it. Thread-safe.
 */
public final class Pinyin {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
    private static final Pattern TONE = Pattern.compile("[\\u0300\\u0301\\u0304\\u030C]");

    /** Surnames of one character that the table reads otherwise. */
    private static final Map<String, String> SURNAMES =
            Map.of("朴", "piao", "缪", "miao", "万俟", "mo qi", "单于", "chan yu", "长孙", "zhang sun", "黑", "he");

    private static final Set<String> OF_TWO = Set.of("万俟", "单于", "长孙");

    private Pinyin() {}

    /** Made when first asked: the table takes most of a second. */
    private static final class Table {
        static final Transliterator NAMES = Transliterator.getInstance("Han-Latin/Names");
    }

    /**
     * The syllables of a name, with capitals, blanks between: {@code Shan Xiong Xin}. What is not Chinese stays as it is; {@code ""} for a
     * name without a Chinese character.
     */
    public static String of(String name) {
        Matcher han = HAN.matcher(name);
        List<String> words = new ArrayList<>();
        int end = 0;
        boolean first = true;
        while (han.find()) {
            other(words, name.substring(end, han.start()));
            read(words, han.group(), first);
            first = false;
            end = han.end();
        }
        if (first) {
            return "";
        }
        other(words, name.substring(end));
        return String.join(" ", words);
    }

    private static void read(List<String> words, String characters, boolean surname) {
        String latin = Table.NAMES.transliterate(characters);
        List<String> syllables = new ArrayList<>(List.of(latin.strip().split("[\\s'’]+")));
        if (surname) {
            correct(syllables, characters);
        }
        for (String syllable : syllables) {
            String bare = Normalizer.normalize(syllable, Normalizer.Form.NFD);
            String word = Normalizer.normalize(TONE.matcher(bare).replaceAll(""), Normalizer.Form.NFC);
            if (!word.isEmpty()) {
                words.add(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
            }
        }
    }

    private static void correct(List<String> syllables, String characters) {
        for (int length = 2; length > 0; length--) {
            String start = characters.substring(0, Math.min(length, characters.length()));
            String reading = SURNAMES.get(start);
            // A surname of two characters is one only where a given name follows.
            if (reading != null && syllables.size() > (OF_TWO.contains(start) ? 2 : 0)) {
                List<String> right = List.of(reading.split(" "));
                for (int i = 0; i < right.size(); i++) {
                    syllables.set(i, right.get(i));
                }
                return;
            }
        }
    }

    private static void other(List<String> words, String text) {
        for (String word : List.of(text.split("[\\s·•．.]+"))) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
    }
}
