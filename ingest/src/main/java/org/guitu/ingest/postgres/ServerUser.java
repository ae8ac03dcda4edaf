package org.guitu.ingest.postgres;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The user the server runs as. PostgreSQL refuses to run as root, so root lends the work to an existing unprivileged user. */
final class ServerUser {
    private static final List<String> UNPRIVILEGED = List.of("postgres", "nobody");

    /** Null: the user this program runs as. */
    private final @Nullable String name;

    private ServerUser(@Nullable String name) {
        this.name = name;
    }

    static ServerUser choose() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new ServerUser(null);
        }
        return UNPRIVILEGED.stream()
                .filter(user -> principal(user).isPresent())
                .findFirst()
                .map(ServerUser::new)
                .orElseThrow(() -> new ClusterException(
                        "PostgreSQL refuses to run as root and neither of the users " + UNPRIVILEGED + " exists"));
    }

    /** The same command, run as this user. */
    List<String> command(List<String> command) {
        if (name == null) {
            return command;
        }
        List<String> wrapped =
                new ArrayList<>(List.of("setpriv", "--reuid=" + name, "--regid=" + group(), "--init-groups"));
        wrapped.addAll(command);
        return wrapped;
    }

    /** Makes the user the owner of a file or folder that this program has just created. */
    void own(Path path) throws IOException {
        if (name != null) {
            Files.setOwner(path, principal(name).orElseThrow());
        }
    }

    /** Refuses a folder that the user cannot enter: one below a closed home, say. */
    void requireReach(Path folder) {
        try {
            Command.output(command(List.of("test", "-w", folder.toString(), "-a", "-x", folder.toString())));
        } catch (ClusterException unreachable) {
            throw new ClusterException(
                    "the user %s cannot reach %s: choose a folder that is not below a closed one, such as /var/lib/guitu-demo"
                            .formatted(name == null ? System.getProperty("user.name") : name, folder),
                    unreachable);
        }
    }

    private String group() {
        return Command.output(List.of("id", "-gn", String.valueOf(name))).strip();
    }

    private static Optional<UserPrincipal> principal(String user) {
        FileSystem files = FileSystems.getDefault();
        try {
            return Optional.of(files.getUserPrincipalLookupService().lookupPrincipalByName(user));
        } catch (IOException | UnsupportedOperationException unknown) {
            return Optional.empty();
        }
    }
}
