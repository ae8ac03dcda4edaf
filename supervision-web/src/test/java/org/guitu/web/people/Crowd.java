package org.guitu.web.people;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.OrganisationStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Many invented people, made by the database itself: ten counties of ten offices below a city, names of four characters that begin with 演, of
 * which the second is spread as surnames are. Every person has all facts and all tokens that entering one would give,
 * and the duties that come back.
 */
public final class Crowd {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Characters and readings: the first ten are as common as all others together. */
    private static final String SURNAMES =
            "王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 郭guo 何he 高gao 林lin 罗luo"
                    + " 郑zheng 梁liang 谢xie 宋song 唐tang 许xu 韩han 冯feng 邓deng 曹cao 彭peng 曾zeng 肖xiao 田tian 董dong 袁yuan"
                    + " 潘pan 于yu 蒋jiang 蔡cai";

    private static final String GIVEN =
            "伟wei 芳fang 娜na 敏min 静jing 丽li 强qiang 磊lei 军jun 洋yang 勇yong 艳yan 杰jie 娟juan 涛tao 明ming 超chao 霞xia 平ping 刚gang"
                    + " 桂gui 英ying 华hua 建jian 文wen 斌bin 玉yu 萍ping 红hong 峰feng 兰lan 云yun 海hai 波bo 燕yan 鹏peng 飞fei 梅mei 林lin"
                    + " 雪xue 春chun 志zhi 国guo 新xin 宇yu 浩hao 晨chen 佳jia 欣xin 思si";

    private Crowd() {}

    /** The offices' tree: the city first, then each county followed by its offices. */
    public static List<Organisation> offices(Jdbi jdbi) {
        OrganisationStore store = new OrganisationStore();
        return jdbi.inTransaction(handle -> {
            List<Organisation> all = new ArrayList<>();
            Organisation city = store.insert(handle, Optional.empty(), "演练市司法局", Organisation.Level.CITY, SHANGHAI);
            all.add(city);
            for (int county = 1; county <= 10; county++) {
                Organisation bureau = store.insert(
                        handle, Optional.of(city), "演练" + county + "县司法局", Organisation.Level.COUNTY, SHANGHAI);
                all.add(bureau);
                for (int office = 1; office <= 10; office++) {
                    all.add(store.insert(
                            handle,
                            Optional.of(bureau),
                            "演练" + county + "-" + office + "司法所",
                            Organisation.Level.OFFICE,
                            SHANGHAI));
                }
            }
            return all;
        });
    }

    /** Puts so many people into these offices, evenly. */
    public static void settle(Jdbi jdbi, List<Organisation> offices, int people, long by) {
        jdbi.useTransaction(handle -> {
            people(handle, people, by);
            facts(handle, offices, by);
            duties(handle);
            tokens(handle);
        });
        jdbi.useHandle(handle -> handle.execute("analyze"));
    }

    private static void people(Handle handle, int people, long by) {
        handle.createUpdate("""
                        with surname as (select row_number() over () - 1 as n, left(w, 1) as han, substr(w, 2) as latin
                                           from unnest(string_to_array(:surnames, ' ')) as w),
                             given as (select row_number() over () - 1 as n, left(w, 1) as han, substr(w, 2) as latin
                                         from unnest(string_to_array(:given, ' ')) as w),
                             -- spread without chance; a product makes the first surnames common
                             pick as (select i, (i % 40 * 39 % 40) * (i % 40 * 9 % 40) / 40 as s, i * 31 % 50 as a, i / 7 * 17 % 50 as b
                                        from generate_series(1, :people) as i)
                        insert into supervision.person (case_number, name, latin_name, sort_key, sex, born_on, identity_number, phone,
                               term_from, term_to, recorded_by)
                        select '演字' || lpad(i::text, 7, '0'), '演' || s.han || a.han || b.han,
                               'Yan ' || initcap(s.latin) || ' ' || initcap(a.latin) || ' ' || initcap(b.latin),
                               'yan' || s.latin || a.latin || b.latin, case when i % 5 = 0 then 'FEMALE' else 'MALE' end,
                               date '1955-01-01' + i * 37 % 18000,
                               (110000 + i / 1000)::text || to_char(date '1955-01-01' + i * 37 % 18000, 'YYYYMMDD')
                                   || lpad((i % 1000)::text, 3, '0') || (i % 10)::text,
                               '000-' || lpad(i::text, 8, '0'), current_date - i % 300, current_date + i % 700, :by
                          from pick join surname s on s.n = pick.s join given a on a.n = pick.a join given b on b.n = pick.b""")
                .bind("surnames", SURNAMES)
                .bind("given", GIVEN)
                .bind("people", people)
                .bind("by", by)
                .execute();
    }

    private static void facts(Handle handle, List<Organisation> offices, long by) {
        handle.createUpdate("""
                        insert into supervision.assignment (person_id, organisation_id, valid_from, recorded_by)
                        select person_id, (cast(:offices as bigint[]))[1 + person_id % array_length(cast(:offices as bigint[]), 1)],
                               now(), :by
                          from supervision.person where case_number like '演字%'""")
                .bindArray(
                        "offices",
                        Long.class,
                        offices.stream().map(Organisation::id).toList())
                .bind("by", by)
                .execute();
        fact(
                handle,
                "person_category",
                "category",
                "{CONTROL,PROBATION,PROBATION,PROBATION,PAROLE,TEMPORARY_EXECUTION}",
                by);
        fact(handle, "person_class", "class", "{STRICT,NORMAL,NORMAL,LIGHT}", by);
        fact(
                handle,
                "person_state",
                "state",
                "{ACTIVE,ACTIVE,ACTIVE,ACTIVE,AWAITING_REPORT,CLOSED_EXPIRED,ON_LEAVE}",
                by);
    }

    /** The three that come back, one in ten of them overdue. */
    private static void duties(Handle handle) {
        handle.execute("""
                insert into supervision.duty (person_id, kind, limit_key, source, event_at, due_at)
                select z.person_id, kind, kind || '-normal-days', '演练', now() - interval '3 days',
                       date_trunc('day', now()) + (z.person_id * 7 + n * 11) % 30 * interval '1 day' - interval '3 days'
                  from supervision.person_state z, unnest(array['duties.report', 'duties.written', 'duties.talk']) with ordinality as k (kind, n)
                 where z.state = 'ACTIVE' and z.superseded_at is null and z.valid_to is null
                   and z.person_id in (select person_id from supervision.person where case_number like '演字%')""");
    }

    /** Table and column are constants of this class, never input. */
    private static void fact(Handle handle, String table, String column, String values, long by) {
        handle.createUpdate("insert into supervision." + table + " (person_id, " + column + """
                        , valid_from, recorded_by)
                        select person_id, (cast(:values as text[]))[1 + person_id % array_length(cast(:values as text[]), 1)], now(), :by
                          from supervision.person where case_number like '演字%'""")
                .bind("values", values)
                .bind("by", by)
                .execute();
    }

    /** As {@link SearchTokens} makes them. */
    private static void tokens(Handle handle) {
        handle.execute("""
                insert into supervision.person_token (person_id, origin, token)
                select person_id, 'PERSON', t
                  from (select *, string_to_array(lower(latin_name), ' ') as l, lower(case_number) as c
                          from supervision.person where case_number like '演字%') p,
                       lateral unnest(array[name, substr(name, 2), substr(name, 3), substr(name, 4),
                                            l[1] || l[2] || l[3] || l[4], l[2] || l[3] || l[4], l[3] || l[4], l[4],
                                            left(l[1], 1) || left(l[2], 1) || left(l[3], 1) || left(l[4], 1),
                                            c, substr(c, 2), substr(c, 3), substr(c, 4), substr(c, 5), substr(c, 6), substr(c, 7),
                                            '#' || reverse(lower(identity_number))]) as t
                on conflict do nothing""");
    }
}
