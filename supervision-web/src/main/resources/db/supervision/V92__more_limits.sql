-- Terms of others that an agency watches over, and terms of its own that were missing.
insert into limit_value (limit_key, unit, value, valid_from, source, fixed) values
    ('lifecycle.decision-notice-days', 'DAYS', 5, '2020-07-01', '《社区矫正法》第二十条：决定机关自裁判、决定生效之日起五日内通知执行地社区矫正机构', true),
    ('lifecycle.decision-papers-days', 'DAYS', 10, '2020-07-01', '《社区矫正法》第二十条：决定机关自裁判、决定生效之日起十日内送达有关法律文书', true),
    ('lifecycle.medical-extension-city-months', 'MONTHS', 1, '2020-07-01', '《社区矫正法实施办法》第二十四条：延长病情复查提交期限一个月以上不满三个月的，由上一级社区矫正机构批准', false),
    ('lifecycle.medical-extension-province-months', 'MONTHS', 3, '2020-07-01', '《社区矫正法实施办法》第二十四条：延长病情复查提交期限三个月以上的，由省级社区矫正机构批准', false),
    ('lifecycle.transfer-apply-months', 'MONTHS', 1, '2020-07-01', '《社区矫正法实施办法》第三十条：变更执行地一般应当提前一个月提出书面申请', false),
    ('conduct.arrest-hours', 'HOURS', 48, '2020-07-01', '《社区矫正法》第四十七条：人民法院应当在四十八小时内作出是否逮捕的决定', true),
    ('conduct.custody-days-max', 'DAYS', 30, '2020-07-01', '《社区矫正法》第四十七条：逮捕后的羁押期限不得超过三十日', true);
