package org.guitu.web.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Staff;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of partners. */
final class PartnerStore {

    private static final String SELECT = """
            select p.*, o.name as organisation_name from supervision.partner p
              join supervision.organisation o on o.organisation_id = p.organisation_id
            """;

    private PartnerStore() {}

    /** Those of the subtree of the acting staff, ended ones last. */
    static List<Partner> list(Handle handle, Staff staff) {
        return handle.createQuery(SELECT
                        + " where o.path like :scope || '%' order by p.ended_at is not null, o.path, p.kind, p.name")
                .bind("scope", staff.scope())
                .map(PartnerStore::partner)
                .list();
    }

    static Optional<Partner> lock(Handle handle, Staff staff, long partnerId) {
        return handle.createQuery(
                        SELECT + " where p.partner_id = :partner and o.path like :scope || '%' for update of p")
                .bind("partner", partnerId)
                .bind("scope", staff.scope())
                .map(PartnerStore::partner)
                .findOne();
    }

    static Optional<Partner> find(Handle handle, long partnerId) {
        return handle.createQuery(SELECT + " where p.partner_id = :partner")
                .bind("partner", partnerId)
                .map(PartnerStore::partner)
                .findOne();
    }

    /** All that sign with this key: one partner may stand beside several counties. */
    static List<Partner> ofKey(Handle handle, String keyId) {
        return handle.createQuery(
                        SELECT + " where p.key_id = :key and p.ended_at is null order by p.partner_id limit 500")
                .bind("key", keyId)
                .map(PartnerStore::partner)
                .list();
    }

    /** Partners of a kind at the nearest organisation at or above this one that has any. */
    static List<Partner> nearest(Handle handle, long organisationId, PartnerKind kind) {
        List<Partner> above = handle.createQuery(SELECT + """
                         where p.kind = :kind and p.ended_at is null
                           and (select path from supervision.organisation where organisation_id = :organisation) like o.path || '%'
                         order by length(o.path) desc, p.partner_id limit 100""")
                .bind("kind", kind.name())
                .bind("organisation", organisationId)
                .map(PartnerStore::partner)
                .list();
        return above.stream()
                .filter(partner -> partner.organisationId() == above.getFirst().organisationId())
                .toList();
    }

    static long insert(Handle handle, PartnerDraft draft, long organisationId, long by) {
        return bind(handle.createUpdate("""
                                insert into supervision.partner
                                       (organisation_id, kind, name, code, own_code, base_url, public_key, key_id, recorded_by)
                                values (:organisation, :kind, :name, :code, :ownCode, :baseUrl, :publicKey, :keyId, :by)"""), draft)
                .bind("organisation", organisationId)
                .bind("by", by)
                .executeAndReturnGeneratedKeys("partner_id")
                .mapTo(Long.class)
                .one();
    }

    /** Keeps what stood before and writes the new values. */
    static void update(Handle handle, long partnerId, PartnerDraft draft, long by) {
        handle.createUpdate("""
                        insert into supervision.partner_revision (partner_id, version, partner, replaced_by)
                        select partner_id, version, to_jsonb(p), :by from supervision.partner p where partner_id = :partner""").bind("partner", partnerId).bind("by", by).execute();
        bind(handle.createUpdate("""
                                update supervision.partner set kind = :kind, name = :name, code = :code, own_code = :ownCode,
                                       base_url = :baseUrl, public_key = :publicKey, key_id = :keyId,
                                       version = version + 1, recorded_at = now(), recorded_by = :by
                                 where partner_id = :partner"""), draft)
                .bind("partner", partnerId)
                .bind("by", by)
                .execute();
    }

    /** Ends it; what is still to be sent to it waits for another way. */
    static void end(Handle handle, long partnerId, long by) {
        handle.createUpdate(
                        "update supervision.partner set ended_at = now(), ended_by = :by where partner_id = :partner")
                .bind("partner", partnerId)
                .bind("by", by)
                .execute();
        handle.createUpdate("""
                        update supervision.exchange_notice
                           set state = 'WAITING', partner_id = null, sequence = null, content = null, next_attempt_at = null
                         where partner_id = :partner and state in ('QUEUED', 'REFUSED')""").bind("partner", partnerId).execute();
    }

    private static <T extends SqlStatement<T>> T bind(T statement, PartnerDraft draft) {
        return statement
                .bind("kind", draft.kind().name())
                .bind("name", draft.name())
                .bind("code", draft.code())
                .bind("ownCode", draft.ownCode())
                .bind("baseUrl", draft.baseUrl())
                .bind("publicKey", draft.key().x())
                .bind("keyId", draft.key().id());
    }

    private static Partner partner(ResultSet row, StatementContext context) throws SQLException {
        return new Partner(
                row.getLong("partner_id"),
                row.getLong("organisation_id"),
                row.getString("organisation_name"),
                PartnerKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("code"),
                row.getString("own_code"),
                row.getString("base_url"),
                new PartnerKey(row.getString("public_key")),
                row.getString("key_id"),
                row.getInt("version"),
                row.getTimestamp("ended_at") != null);
    }
}
