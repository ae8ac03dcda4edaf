package org.guitu.web.conduct;

import org.guitu.web.access.Organisation;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;

/** Who decides on conduct: the county agency or one above it (IM-33 to 36, 46 to 49). */
final class Deciders {

    private Deciders() {}

    static boolean decides(Staff staff) {
        return staff.may(Permission.DECIDE) && staff.organisation().level().compareTo(Organisation.Level.COUNTY) <= 0;
    }
}
