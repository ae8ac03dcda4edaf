package org.guitu.simulators.city;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Hands out invented two-character names, each once. They are pretty and belong to nowhere. */
final class Names {

    private static final String[][] FIRST = {
        {"春", "Chun"},
        {"秋", "Qiu"},
        {"晨", "Chen"},
        {"晚", "Wan"},
        {"清", "Qing"},
        {"长", "Chang"},
        {"远", "Yuan"},
        {"归", "Gui"},
        {"望", "Wang"},
        {"安", "An"},
        {"宁", "Ning"},
        {"云", "Yun"},
        {"月", "Yue"},
        {"星", "Xing"},
        {"雨", "Yu"},
        {"松", "Song"},
        {"梅", "Mei"},
        {"桂", "Gui"},
        {"荷", "He"},
        {"枫", "Feng"},
        {"柳", "Liu"},
        {"棠", "Tang"},
        {"青", "Qing"},
        {"初", "Chu"}
    };
    private static final String[][] SECOND = {
        {"晓", "xiao"},
        {"溪", "xi"},
        {"帆", "fan"},
        {"灯", "deng"},
        {"舟", "zhou"},
        {"林", "lin"},
        {"亭", "ting"},
        {"庭", "ting"},
        {"泉", "quan"},
        {"实", "shi"},
        {"华", "hua"},
        {"影", "ying"},
        {"歌", "ge"},
        {"信", "xin"},
        {"诺", "nuo"},
        {"程", "cheng"},
        {"渡", "du"},
        {"苇", "wei"},
        {"露", "lu"},
        {"岚", "lan"}
    };

    private final RandomGenerator random;
    private final Set<String> given = new HashSet<>();

    Names(RandomGenerator random) {
        this.random = random;
    }

    /** A name not given before, with an ending in each language, e.g. {@code ("路", " Road")}. */
    Name next(String endingZh, String endingEn) {
        while (true) {
            String[] first = FIRST[random.nextInt(FIRST.length)];
            String[] second = SECOND[random.nextInt(SECOND.length)];
            if (given.add(first[0] + second[0])) {
                return new Name(first[0] + second[0] + endingZh, first[1] + second[1] + endingEn);
            }
        }
    }

    /** A name for a road of this rank. */
    Name road(RoadClass roadClass) {
        return switch (roadClass) {
            case AVENUE -> next("大道", " Avenue");
            case STREET -> next("路", " Road");
            case LANE -> next("巷", " Lane");
        };
    }
}
