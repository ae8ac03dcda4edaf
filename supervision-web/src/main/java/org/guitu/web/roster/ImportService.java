package org.guitu.web.roster;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.people.Choices;
import org.guitu.web.people.Enrolment;
import org.guitu.web.people.Enrolment.Checked;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Tries files of people and enters them, each file in one transaction: all rows that may be entered, or nothing. */
public final class ImportService {

    private final Jdbi jdbi;
    private final Enrolment enrolment;
    private final Choices choices;
    private final Audit audit;
    private final RosterWords words = new RosterWords();

    public ImportService(Jdbi jdbi, Enrolment enrolment, Choices choices, Audit audit) {
        this.jdbi = jdbi;
        this.enrolment = enrolment;
        this.choices = choices;
        this.audit = audit;
    }

    /**
     * A file as it stands.
     *
     * @param trial of one that can still be entered
     */
    record State(boolean applied, boolean gone, int entered, int skipped, Trial trial) {}

    private record Read(RosterReader.Reading reading, List<Checked> checked) {}

    /** Keeps a file that can be read to be tried; answers its id. */
    Outcome<Long> upload(Staff staff, byte[] file) {
        return Outcome.of(() -> {
            parse(staff, file);
            return jdbi.inTransaction(handle -> {
                long id = ImportStore.insert(handle, staff, file, digest(file));
                audit.record(handle, staff.id(), "roster.upload", null, "", Map.of("import", id));
                return id;
            });
        });
    }

    /** What became or would become of a file. */
    Outcome<State> state(Staff staff, long importId) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            ImportStore.Upload upload =
                    ImportStore.lock(handle, staff, importId).orElseThrow(ImportService::unknown);
            Trial trial = new Trial(0, 0, 0, List.of(), List.of(), List.of());
            if (upload.content().isPresent()) {
                Read read = read(handle, staff, upload.content().get());
                trial = Trial.of(read.reading(), read.checked());
            }
            return new State(
                    upload.appliedAt().isPresent(),
                    upload.content().isEmpty(),
                    upload.entered(),
                    upload.skipped(),
                    trial);
        }));
    }

    /**
     * Enters a file.
     *
     * @param skipBad whether rows with something wrong are left out; else one of them refuses the file
     * @param confirmed whether those alike were looked at and are others; else their rows are left out
     */
    Outcome<Long> apply(Staff staff, long importId, boolean skipBad, boolean confirmed) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            ImportStore.Upload upload =
                    ImportStore.lock(handle, staff, importId).orElseThrow(ImportService::unknown);
            if (upload.content().isEmpty()) {
                throw new Refused(
                        Problems.FORM, upload.appliedAt().isPresent() ? "roster.error.applied" : "roster.error.gone");
            }
            Read read = read(handle, staff, upload.content().get());
            int bad = Trial.of(read.reading(), read.checked()).bad();
            if (bad > 0 && !skipBad) {
                throw new Refused("skipBad", "roster.error.bad-rows", bad);
            }
            int entered = 0;
            for (int i = 0; i < read.checked().size(); i++) {
                Checked one = read.checked().get(i);
                boolean readable = read.reading().entries().get(i).problems().isEmpty();
                if (readable
                        && one.newcomer().isPresent()
                        && (confirmed || one.similar().isEmpty())) {
                    enrolment.enter(handle, staff, one.newcomer().get());
                    entered++;
                }
            }
            int skipped = read.checked().size() - entered;
            ImportStore.applied(handle, importId, entered, skipped);
            audit.record(
                    handle,
                    staff.id(),
                    "roster.import",
                    null,
                    "",
                    Map.of("import", importId, "entered", entered, "skipped", skipped));
            return importId;
        }));
    }

    private Read read(Handle handle, Staff staff, byte[] content) {
        RosterReader.Reading reading = parse(staff, content);
        return new Read(
                reading,
                enrolment.check(
                        handle,
                        staff,
                        reading.entries().stream().map(RosterReader.Entry::form).toList()));
    }

    private RosterReader.Reading parse(Staff staff, byte[] file) {
        try {
            return new RosterReader(words, choices.organisations(staff), choices.officers(staff))
                    .read(GridReader.read(file));
        } catch (BadFile bad) {
            Fields fields = new Fields();
            fields.problem("file", bad.key(), Grid.LINES_MAX);
            throw new Refused(fields.problems());
        }
    }

    private static Refused unknown() {
        return new Refused(Problems.FORM, "roster.error.unknown");
    }

    private static String digest(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
