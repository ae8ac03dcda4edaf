package org.guitu.web.papers;

import java.time.LocalDate;

/** Days as Chinese papers write them. */
public final class ChineseDate {

    private static final String DIGITS = "〇一二三四五六七八九";

    private ChineseDate() {}

    /** {@code 二〇二六年十一月二十五日}, for the day a paper is made. */
    public static String formal(LocalDate day) {
        StringBuilder year = new StringBuilder();
        for (char digit : Integer.toString(day.getYear()).toCharArray()) {
            year.append(DIGITS.charAt(digit - '0'));
        }
        return year + "年" + upTo99(day.getMonthValue()) + "月" + upTo99(day.getDayOfMonth()) + "日";
    }

    /** {@code 2026年11月25日}, within a text. */
    public static String plain(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static String upTo99(int number) {
        String tens = number < 10 ? "" : number < 20 ? "十" : DIGITS.charAt(number / 10) + "十";
        String ones = number % 10 == 0 ? "" : Character.toString(DIGITS.charAt(number % 10));
        return tens + ones;
    }
}
