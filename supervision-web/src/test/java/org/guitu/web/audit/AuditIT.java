package org.guitu.web.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.guitu.web.Browser;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuditIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private final AuditChain chain = new AuditChain(WEB.jdbi());

    @Test
    void whatAFailedTransactionRecordedNeverWas() {
        long before = rows();

        assertThatThrownBy(() -> WEB.jdbi().useTransaction(handle -> {
                    new Audit().record(handle, null, "test.undone", null, "", Map.of());
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void rowsAreLinkedShortlyAfter() {
        record("test.linked");

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> unchained() == 0);
        assertThat(chain.verify()).isInstanceOf(AuditChain.Verdict.Sound.class);
    }

    @Test
    void theDatabaseRefusesToChangeOrDropARow() {
        record("test.kept");
        for (String sql : new String[] {
            "update supervision.audit set purpose = 'other'",
            "update supervision.audit set at = at + interval '1 hour'",
            "delete from supervision.audit",
            "truncate supervision.audit"
        }) {
            assertThatThrownBy(() -> WEB.jdbi().useHandle(handle -> handle.execute(sql)))
                    .as(sql)
                    .hasMessageContaining("audit rows are never");
        }
    }

    @Test
    void aRowChangedBehindTheTriggerBreaksTheChain() {
        record("test.first");
        record("test.second");
        record("test.third");
        linkAll();
        long second = idOf("test.second");
        tamper("update supervision.audit set purpose = 'made up' where audit_id = " + second);
        try {
            assertThat(chain.verify())
                    .isInstanceOfSatisfying(
                            AuditChain.Verdict.Broken.class,
                            broken -> assertThat(broken.chainSeq()).isEqualTo(seqOf(second)));
        } finally {
            tamper("update supervision.audit set purpose = '' where audit_id = " + second);
        }
        assertThat(chain.verify()).isInstanceOf(AuditChain.Verdict.Sound.class);
    }

    @Test
    void cuttingOffTheEndIsShownByTheAnchor() {
        record("test.anchored");
        linkAll();
        WEB.jdbi().useTransaction(handle -> {
            chain.anchor(Instant.parse("2031-01-02T00:00:00Z"));
            handle.execute("create table supervision.audit_aside as select * from supervision.audit"
                    + " order by chain_seq desc limit 1");
        });
        String mine = "where audit_id = (select audit_id from supervision.audit_aside)";
        tamper("delete from supervision.audit " + mine);
        try {
            assertThat(chain.verify()).isInstanceOf(AuditChain.Verdict.Broken.class);
        } finally {
            tamper("insert into supervision.audit overriding system value select * from supervision.audit_aside");
        }
        assertThat(chain.verify()).isInstanceOf(AuditChain.Verdict.Sound.class);
    }

    @Test
    void twoWritersAtOnceKeepOneChain() throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            record("test.many");
        }
        Thread other = Thread.ofVirtual().start(this::linkAll);
        linkAll();
        other.join();

        assertThat(chain.verify()).isInstanceOf(AuditChain.Verdict.Sound.class);
        assertThat(unchained()).isZero();
    }

    @Test
    void thePageShowsTheReadersSubtreeAndFilters() {
        Organisation place = WEB.below(WEB.root(), "审计司法所");
        String user = WEB.staff(place, Role.OFFICER);
        WEB.browser().signIn(user, WebFixture.PASSWORD);
        Browser local = WEB.signedIn(place, Role.ADMINISTRATOR);
        Browser elsewhere = WEB.signedIn(WEB.below(WEB.root(), "别处司法所"), Role.ADMINISTRATOR);

        assertThat(local.get("/audit?user=" + user).body())
                .contains("测试" + user)
                .contains("登录");
        assertThat(elsewhere.get("/audit?user=" + user).body()).contains("没有符合条件的记录");
        assertThat(local.get("/audit?user=" + user + "&from=2020-01-01&to=2020-01-02")
                        .body())
                .contains("没有符合条件的记录");
        assertThat(local.get("/audit?from=yesterday").statusCode()).isEqualTo(422);
        assertThat(local.get("/audit?person=1%20or%201=1").body()).contains("没有符合条件的记录");
    }

    @Test
    void thePageLeadsToOlderRows() {
        Browser admin = WEB.signedIn(WEB.root(), Role.ADMINISTRATOR);
        for (int i = 0; i < 60; i++) {
            record("test.paged");
        }

        String first = admin.get("/audit").body();

        assertThat(first).contains("更早的记录").contains("before=");
        String before = first.replaceAll("(?s).*before=(\\d+).*", "$1");
        assertThat(admin.get("/audit?before=" + before).statusCode()).isEqualTo(200);
    }

    private static void record(String action) {
        WEB.jdbi().useTransaction(handle -> new Audit().record(handle, null, action, null, "", Map.of()));
    }

    private void linkAll() {
        while (chain.append() > 0) {
            Thread.onSpinWait();
        }
    }

    private static void tamper(String sql) {
        WEB.jdbi().useTransaction(handle -> {
            handle.execute("alter table supervision.audit disable trigger user");
            handle.execute(sql);
            handle.execute("alter table supervision.audit enable trigger user");
        });
    }

    private static long rows() {
        return number("select count(*) from supervision.audit");
    }

    private static long unchained() {
        return number("select count(*) from supervision.audit where chain_seq is null");
    }

    private static long idOf(String action) {
        return number("select max(audit_id) from supervision.audit where action = '" + action + "'");
    }

    private static long seqOf(long id) {
        return number("select chain_seq from supervision.audit where audit_id = " + id);
    }

    private static long number(String sql) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
