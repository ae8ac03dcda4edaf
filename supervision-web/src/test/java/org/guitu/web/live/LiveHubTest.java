package org.guitu.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.guitu.web.live.LiveEvent.Kind;
import org.junit.jupiter.api.Test;

/** Numbers, ring and replay. */
class LiveHubTest {

    private static final long BASE = 1_000;

    private final LiveHub hub = new LiveHub(3, BASE);

    private static final class Page implements LiveHub.Listener {
        final List<String> seen = new ArrayList<>();
        long last;

        @Override
        public void welcome(LiveHub.Welcome welcome) {
            if (welcome.reset()) {
                seen.add("reset");
            }
            welcome.missed().forEach(this::offer);
            last = welcome.newest();
        }

        @Override
        public void offer(LiveEvent event) {
            seen.add(event.data());
            last = event.id();
        }
    }

    private Page join(long lastSeen) {
        Page page = new Page();
        hub.join(page, OptionalLong.of(lastSeen));
        return page;
    }

    private void publish(String... data) {
        for (String one : data) {
            hub.publish(Kind.ALERT, "/1/4/", one);
        }
    }

    @Test
    void aNewPageSeesOnlyWhatComes() {
        publish("a");
        Page page = new Page();
        hub.join(page, OptionalLong.empty());
        publish("b");
        assertThat(page.seen).containsExactly("b");
        assertThat(page.last).isEqualTo(BASE + 2);
    }

    @Test
    void aPageThatWasCutIsToldWhatItMissedOnce() {
        Page page = join(BASE);
        publish("a");
        hub.leave(page);
        publish("b", "c");
        Page again = join(page.last);
        publish("d");
        assertThat(page.seen).containsExactly("a");
        assertThat(again.seen).containsExactly("b", "c", "d");
    }

    @Test
    void aPageAwayForTooLongStartsAfresh() {
        Page page = join(BASE);
        hub.leave(page);
        publish("a", "b", "c");
        assertThat(join(page.last).seen).containsExactly("a", "b", "c");
        publish("d");
        assertThat(join(page.last).seen).containsExactly("reset");
    }

    @Test
    void anIdFromAnotherLifeOfTheServerStartsAfresh() {
        assertThat(join(BASE - 1).seen).containsExactly("reset");
        assertThat(join(BASE + 1).seen).containsExactly("reset");
        assertThat(join(BASE).seen).isEmpty();
    }

    @Test
    void anEventIsSeenFromItsOwnOrganisationAndThoseAbove() {
        LiveEvent event = hub.publish(Kind.POSITION, "/1/4/", "{}");
        assertThat(event.seenFrom("/1/4/")).isTrue();
        assertThat(event.seenFrom("/1/")).isTrue();
        assertThat(event.seenFrom("/1/5/")).isFalse();
        assertThat(event.seenFrom("/1/4/9/")).isFalse();
        assertThat(hub.publish(Kind.STATUS, LiveEvent.EVERYBODY, "{}").seenFrom("/1/4/9/"))
                .isTrue();
    }
}
