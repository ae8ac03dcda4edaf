package org.guitu.web.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;

/**
 * Argon2id with 19 MiB, two passes, one lane (the OWASP minimum). A hash names its own parameters, so they may grow later. Few run at
 * once: each takes a core for about 100 ms, and a flood of sign-ins must not take the memory too. Thread-safe.
 */
public final class Passwords {

    private static final Argon2Function FUNCTION = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    private final Semaphore slots =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    private final String decoy;

    public Passwords() {
        this.decoy = hash(Secrets.random());
    }

    public String hash(String password) {
        slots.acquireUninterruptibly();
        try {
            return Password.hash(password).addRandomSalt(16).with(FUNCTION).getResult();
        } finally {
            slots.release();
        }
    }

    /** Whether the password has this hash. The function is read from the hash: the library's defaults would always say no. */
    public boolean matches(String password, String hash) {
        slots.acquireUninterruptibly();
        try {
            return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
        } finally {
            slots.release();
        }
    }

    /** Takes as long as a real check: a name that does not exist must not answer sooner. */
    public void pretend(String password) {
        if (matches(password, decoy)) {
            throw new IllegalStateException("the decoy matched");
        }
    }
}
