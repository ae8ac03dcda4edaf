package org.guitu.web.ui;

import org.guitu.web.access.Permission;

/**
 * One entry of the navigation, brought by a feature.
 *
 * @param order from left to right; live 10, alerts 20, people 30, devices 40, zones 50, staff 80, audit 90
 * @param textKey the message key of its words
 * @param path where it leads
 * @param icon a symbol of {@code static/icons.svg}
 * @param permission who sees it
 * @param countPath a fragment with how many wait there, {@code ""} for none
 */
public record NavItem(int order, String textKey, String path, String icon, Permission permission, String countPath) {

    /** One without a count. */
    public NavItem(int order, String textKey, String path, String icon, Permission permission) {
        this(order, textKey, path, icon, permission, "");
    }
}
