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
 */
record DemoSignIn(String userName, String name, Role role, boolean office) {
    static final String PASSWORD = "guitu-demo";

    /** Sees everyone: the account to try first. */
    static final DemoSignIn OFFICER = new DemoSignIn("officer", "演示·县局值班员", Role.OFFICER, false);

    static final DemoSignIn OFFICE = new DemoSignIn("office", "演示·司法所干部", Role.OFFICER, true);
    static final DemoSignIn ADMINISTRATOR = new DemoSignIn("admin", "演示·管理员", Role.ADMINISTRATOR, false);

    static final List<DemoSignIn> ALL = List.of(OFFICER, OFFICE, ADMINISTRATOR);
}
