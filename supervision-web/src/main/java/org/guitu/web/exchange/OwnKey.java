package org.guitu.web.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.lang.JoseException;

/**
 * The key this program signs with. It lives in a file that only its user may read, never in the database or a log: whoever holds a copy of the
 * database can read what was exchanged but not write in our name. Immutable.
 */
final class OwnKey {

    private final OctetKeyPairJsonWebKey jwk;
    private final String id;

    private OwnKey(OctetKeyPairJsonWebKey jwk) {
        this.jwk = jwk;
        this.id = jwk.calculateBase64urlEncodedThumbprint("SHA-256");
    }

    /**
     * The key in a file; made where there is no file yet.
     *
     * @throws IllegalStateException if the file holds no Ed25519 key pair
     */
    static OwnKey at(Path file) {
        try {
            if (Files.notExists(file)) {
                make(file);
            }
            JsonWebKey jwk = JsonWebKey.Factory.newJwk(Files.readString(file));
            if (jwk instanceof OctetKeyPairJsonWebKey pair
                    && OctetKeyPairJsonWebKey.SUBTYPE_ED25519.equals(pair.getSubtype())
                    && pair.getPrivateKey() != null) {
                return new OwnKey(pair);
            }
            throw new IllegalStateException(file + " holds no Ed25519 key pair");
        } catch (JoseException malformed) {
            throw new IllegalStateException(file + " holds no key pair"); // without its cause, which may quote the file
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read or make the exchange key " + file, failure);
        }
    }

    /** Its fingerprint (RFC 7638). */
    String id() {
        return id;
    }

    PrivateKey privateKey() {
        return jwk.getPrivateKey();
    }

    /** The public half as a JWK, to be given to partners. */
    String publicJwk() {
        return jwk.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private static void make(Path file) throws IOException {
        byte[] json;
        try {
            json = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519)
                    .toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JoseException impossible) {
            throw new IllegalStateException("cannot make an Ed25519 key", impossible);
        }
        Path whole = file.toAbsolutePath();
        Files.createDirectories(whole.resolveSibling("."));
        Path written = Files.createTempFile(whole.resolveSibling("."), "key", ".new", ownerOnly(whole));
        try {
            Files.write(written, json, StandardOpenOption.TRUNCATE_EXISTING);
            Files.createLink(whole, written); // whole at once, and never over a key that is there
        } catch (FileAlreadyExistsException another) {
            // another process of ours was faster: its key is read
        } finally {
            Files.delete(written);
        }
    }

    /** Nothing where the file system knows no such permissions. */
    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
