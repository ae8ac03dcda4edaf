package org.guitu.web.papers;

import org.guitu.web.form.Fields;

/**
 * How an organisation numbers one kind of paper: from 1 each year, without a gap.
 *
 * @param word what tells the kinds of the organisation apart, e.g. {@code 测矫告字}
 */
record NumberRule(String word) {

    static final int WORD_MAX = 20;

    /** {@code （2026）测矫告字第12号}. */
    String number(int year, int number) {
        return "（" + year + "）" + word + "第" + number + "号";
    }

    /** The same before there is a number. */
    String unnumbered(int year) {
        return "（" + year + "）" + word + "第　号";
    }

    static NumberRule read(String word, Fields fields) {
        String text = fields.text("word", word, WORD_MAX);
        if (!fields.has("word") && !text.matches("[\\p{IsHan}A-Za-z0-9·\\-]+")) {
            fields.problem("word", "papers.error.word");
        }
        return new NumberRule(text);
    }
}
