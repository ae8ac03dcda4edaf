package org.guitu.web.demo;

import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A self-signed certificate for this machine's own addresses, kept so that a browser has to be told only once. Made by the
 * JDK's keytool: Java itself offers no public way to sign a certificate.
 */
final class DemoCertificate {
    static final String PASSWORD = "guitu-demo";

    private DemoCertificate() {}

    /** Makes the key store unless it is there. */
    static void make(Path keyStore) {
        if (Files.exists(keyStore)) {
            return;
        }
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "guitu",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "825",
                "-dname",
                "CN=Guitu demo",
                "-ext",
                "san=" + names(),
                "-storetype",
                "PKCS12",
                "-keystore",
                keyStore.toString(),
                "-storepass",
                PASSWORD);
        try {
            Process keytool =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String printed = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException("keytool: " + printed);
            }
            Files.setPosixFilePermissions(keyStore, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException failed) {
            throw new IllegalStateException("could not run keytool", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making a certificate", interrupted);
        }
    }

    /** The addresses of this machine, so that a phone in the same network accepts the name it dials. */
    private static String names() {
        try (Stream<NetworkInterface> interfaces = NetworkInterface.networkInterfaces()) {
            String addresses = interfaces
                    .flatMap(NetworkInterface::inetAddresses)
                    .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
                    .distinct()
                    .map(address -> "ip:" + address)
                    .collect(Collectors.joining(","));
            return addresses.isEmpty() ? "dns:localhost" : "dns:localhost," + addresses;
        } catch (SocketException noNetwork) {
            return "dns:localhost,ip:127.0.0.1";
        }
    }
}
