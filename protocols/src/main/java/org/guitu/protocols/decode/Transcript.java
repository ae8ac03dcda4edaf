package org.guitu.protocols.decode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of one connection's frames, in neutral words. */
final class Transcript {

    private final List<Object> frames = new ArrayList<>();
    private final List<Map<String, Object>> reports = new ArrayList<>();
    private final List<Map<String, Object>> replies = new ArrayList<>();
    private final List<Map<String, Object>> rejected = new ArrayList<>();
    /** Reports and rejections in the order met. */
    private final List<Map<String, Object>> all = new ArrayList<>();

    void frame(Object frame) {
        frames.add(frame);
    }

    void report(Map<String, Object> words) {
        reports.add(words);
        all.add(words);
    }

    void reply(Map<String, Object> words) {
        replies.add(words);
    }

    void reject(int frame, String reason) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("frame", frame);
        words.put("kind", "rejected");
        words.put("reason", reason);
        rejected.add(words);
        all.add(words);
    }

    /** Hands out what came since the last call, a line each. */
    List<Map<String, Object>> drain() {
        List<Map<String, Object>> lines = List.copyOf(all);
        all.clear();
        frames.clear();
        reports.clear();
        replies.clear();
        rejected.clear();
        return lines;
    }

    /** Everything as one object. */
    Map<String, Object> whole(String id) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("id", id);
        words.put("frames", frames);
        words.put("reports", reports);
        words.put("replies", replies);
        words.put("rejected", rejected);
        return words;
    }
}
