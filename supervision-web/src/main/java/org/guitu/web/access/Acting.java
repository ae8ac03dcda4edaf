package org.guitu.web.access;

import java.util.Optional;

/**
 * In which capacity the work of this request is done: bound by the server around each handler, read where it is put on record. Work that no
 * request asked for (the clock, the command line) acts in none.
 */
public final class Acting {

    private static final ScopedValue<Staff> NOW = ScopedValue.newInstance();

    private Acting() {}

    /** Does the work as this member of staff. */
    public static <T, X extends Throwable> T as(Staff staff, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(NOW, staff).call(work);
    }

    /** Who acts now. */
    public static Optional<Staff> now() {
        return NOW.isBound() ? Optional.of(NOW.get()) : Optional.empty();
    }
}
