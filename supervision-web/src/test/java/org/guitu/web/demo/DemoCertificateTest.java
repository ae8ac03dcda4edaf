package org.guitu.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCertificateTest {
    @TempDir
    private Path temporary = Path.of("");

    @Test
    void namesThisMachineAndIsKept() throws Exception {
        Path file = temporary.resolve("demo.p12");
        DemoCertificate.make(file);
        byte[] first = Files.readAllBytes(file);
        DemoCertificate.make(file);
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
        assertThat(certificate(file).getSubjectAlternativeNames().toString()).contains("localhost", "127.0.0.1");
    }

    private static X509Certificate certificate(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, DemoCertificate.PASSWORD.toCharArray());
        }
        return (X509Certificate) store.getCertificate("guitu");
    }
}
