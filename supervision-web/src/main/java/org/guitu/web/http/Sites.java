package org.guitu.web.http;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.guitu.web.ui.Messages;
import org.guitu.web.ui.NavItem;
import org.guitu.web.ui.Site;

/** Makes what all pages share out of the features. */
public final class Sites {

    private Sites() {}

    public static Site of(List<Feature> features, ZoneId zone) {
        Messages messages =
                Messages.load(Stream.concat(Stream.of("ui"), features.stream().map(Feature::name))
                        .toList());
        List<NavItem> nav =
                features.stream().flatMap(feature -> feature.nav().stream()).toList();
        return new Site(messages, nav, new Assets(), zone);
    }
}
