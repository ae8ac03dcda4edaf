package org.guitu.web.lifecycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of changes of place. */
final class TransferStore {

    private TransferStore() {}

    static List<Transfer> list(Handle handle, long personId) {
        return handle.createQuery(
                        "select t.*, t.case_id = supervision.case_of(t.person_id) as standing from supervision.transfer t"
                                + " where t.person_id = :person order by t.transfer_id desc")
                .bind("person", personId)
                .map(TransferStore::transfer)
                .list();
    }

    static long insert(
            Handle handle,
            long personId,
            String toPlace,
            Optional<Long> toOrganisation,
            String reason,
            LocalDate appliedOn,
            long by) {
        return handle.createUpdate("""
                        insert into supervision.transfer (person_id, case_id, to_place, to_organisation_id, reason, applied_on, recorded_by)
                        values (:person, supervision.case_of(:person), :place, :organisation, :reason, :on, :by)""")
                .bind("person", personId)
                .bind("place", toPlace)
                .bind("organisation", toOrganisation.orElse(null))
                .bind("reason", reason)
                .bind("on", appliedOn)
                .bind("by", by)
                .executeAndReturnGeneratedKeys("transfer_id")
                .mapTo(Long.class)
                .one();
    }

    static void act(Handle handle, long transferId, Transfer.Act act, LocalDate on, boolean yes) {
        String set = switch (act) {
            case ASK -> "asked_on = :on";
            case ANSWER -> "answered_on = :on, agreed = :yes";
            case DECIDE -> "decided_on = :on, approved = :yes";
            case TELL -> "told_on = :on";
            case SEND_FILES -> "files_sent_on = :on";
            case RECEIVE_FILES -> "files_received_on = :on";
            case ARRIVE -> "arrived_on = :on";
            case WITHDRAW -> "withdrawn_on = :on";
        };
        var update = handle.createUpdate("update supervision.transfer set " + set
                        + ", version = version + 1 where transfer_id = :transfer")
                .bind("on", on)
                .bind("transfer", transferId);
        if (act.answersYesOrNo()) {
            update.bind("yes", yes);
        }
        update.execute();
    }

    /** The application that is under way. */
    static Optional<Transfer> open(Handle handle, long personId) {
        return list(handle, personId).stream().filter(one -> !one.over()).findFirst();
    }

    /** Follows a step of the newest application that was undone; other steps change nothing here. */
    static void undone(Handle handle, long personId, CaseStep step, String reason, LocalDate today) {
        switch (step) {
            case TRANSFER_START -> set(handle, personId, "withdrawn_on = :today, note = :reason", reason, today);
            case TRANSFER_OFF -> set(handle, personId, "withdrawn_on = null, told_on = null", reason, today);
            case TRANSFERRED_OUT -> set(handle, personId, "arrived_on = null", reason, today);
            default -> {}
        }
    }

    /** What is set is a constant of this class, never input. */
    private static void set(Handle handle, long personId, String what, String reason, LocalDate today) {
        var update = handle.createUpdate("update supervision.transfer set " + what + """
                        , version = version + 1
                         where transfer_id = (select max(transfer_id) from supervision.transfer where person_id = :person)""")
                .bind("person", personId);
        if (what.contains(":today")) {
            update.bind("today", today).bind("reason", reason);
        }
        update.execute();
    }

    private static Transfer transfer(ResultSet row, StatementContext context) throws SQLException {
        long organisation = row.getLong("to_organisation_id");
        return new Transfer(
                row.getLong("transfer_id"),
                row.getInt("version"),
                row.getString("to_place"),
                organisation == 0 ? Optional.empty() : Optional.of(organisation),
                row.getString("reason"),
                row.getObject("applied_on", LocalDate.class),
                day(row, "asked_on"),
                day(row, "answered_on"),
                Optional.ofNullable(row.getObject("agreed", Boolean.class)),
                day(row, "decided_on"),
                Optional.ofNullable(row.getObject("approved", Boolean.class)),
                day(row, "told_on"),
                day(row, "files_sent_on"),
                day(row, "files_received_on"),
                day(row, "arrived_on"),
                day(row, "withdrawn_on"),
                row.getBoolean("standing"));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
