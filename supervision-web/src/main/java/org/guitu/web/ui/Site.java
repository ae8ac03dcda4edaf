package org.guitu.web.ui;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/**
 * What all pages of the running site share.
 *
 * @param nav in order
 * @param zone for readers who are not signed in
 */
public record Site(Messages messages, List<NavItem> nav, AssetAddresses assets, ZoneId zone) {

    public Site {
        nav = nav.stream().sorted(Comparator.comparingInt(NavItem::order)).toList();
    }

    /** Where static files are to be had. */
    public interface AssetAddresses {
        String address(String file);

        String webjar(String jar, String file);
    }
}
