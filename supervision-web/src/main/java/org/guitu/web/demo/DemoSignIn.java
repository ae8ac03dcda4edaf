package org.guitu.web.demo;

import java.util.List;
import org.guitu.web.access.Role;

/**
 * An account of the demo. The password is the same for all and printed at every start: it guards invented people only.
 *
 * @param userName what one signs in with
 * @param name as people write it
 * @param role what they may do
 * @param office whether they act in the first township office; otherwise in the county
 * @param words what the welcome says of them
 */
record DemoSignIn(String userName, String name, Role role, boolean office, String words) {
    static final String PASSWORD = "guitu-demo";

    /** Sees everyone: the account to try first. */
    static final DemoSignIn OFFICER = new DemoSignIn(
            "officer", "演示·县局值班员", Role.OFFICER, false, "县局值班员 · officer who sees everyone (先试这个 start here)");

    static final DemoSignIn OFFICE =
            new DemoSignIn("office", "演示·司法所干部", Role.OFFICER, true, "司法所干部 · officer of one township office");
    static final DemoSignIn DECIDER =
            new DemoSignIn("decider", "演示·县局审批员", Role.DECIDER, false, "县局审批员 · decides for the county");

    /** Who alone approves that someone is located by a device. */
    static final DemoSignIn HEAD =
            new DemoSignIn("head", "演示·县局局长", Role.COUNTY_HEAD, false, "县局局长 · head of the county department");

    static final DemoSignIn ADMINISTRATOR =
            new DemoSignIn("admin", "演示·管理员", Role.ADMINISTRATOR, false, "管理员 · administrator");

    static final List<DemoSignIn> ALL = List.of(OFFICER, OFFICE, DECIDER, HEAD, ADMINISTRATOR);
}
