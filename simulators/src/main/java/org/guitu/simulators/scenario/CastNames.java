package org.guitu.simulators.scenario;

import org.guitu.simulators.city.Name;

/** Names nobody bears: the surnames in the order of the old primer, the given name a number, a mark in front. */
final class CastNames {

    private static final String[] SURNAMES_ZH = {
        "赵", "钱", "孙", "李", "周", "吴", "郑", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨", "朱", "秦", "尤", "许", "何", "吕", "施",
        "张", "孔", "曹", "严", "华", "金", "魏", "陶"
    };
    private static final String[] SURNAMES_EN = {
        "Zhao", "Qian", "Sun", "Li", "Zhou", "Wu", "Zheng", "Feng", "Chen", "Chu", "Wei", "Jiang", "Shen", "Han",
        "Yang", "Zhu", "Qin", "You", "Xu", "He", "Lü", "Shi", "Zhang", "Kong", "Cao", "Yan", "Hua", "Jin", "Wei", "Tao"
    };
    private static final String[] DIGITS_ZH = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    private static final String[] DIGITS_EN = {"", "yi", "er", "san", "si", "wu", "liu", "qi", "ba", "jiu"};

    /** How many there are. */
    static final int COUNT = SURNAMES_ZH.length;

    private CastNames() {}

    /** The name of a number from 1 on, e.g. 演示·赵一, Demo Zhao Yi. */
    static Name of(int number) {
        String given = spell(number, DIGITS_EN, "shi");
        return new Name(
                "演示·" + SURNAMES_ZH[number - 1] + spell(number, DIGITS_ZH, "十"),
                "Demo " + SURNAMES_EN[number - 1] + " " + Character.toUpperCase(given.charAt(0)) + given.substring(1));
    }

    private static String spell(int number, String[] digits, String ten) {
        int tens = number / 10;
        return (tens > 1 ? digits[tens] : "") + (tens > 0 ? ten : "") + digits[number % 10];
    }
}
