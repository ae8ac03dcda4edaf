package org.guitu.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    @Test
    void aPasswordMatchesItsOwnHashAlone() {
        Passwords passwords = new Passwords();
        String hash = passwords.hash("invented words");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("invented words", hash)).isTrue();
        assertThat(passwords.matches("invented word", hash)).isFalse();
        assertThat(passwords.hash("invented words")).isNotEqualTo(hash);
    }

    @Test
    void oneTimePasswordsAreReadable() {
        assertThat(Secrets.oneTimePassword()).matches("([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}");
    }
}
