-- Regular travel is applied for anew before its approval ends.
insert into limit_value (limit_key, unit, value, valid_from, source) values
    ('permits.renew-days-before', 'DAYS', 15, '2020-07-01',
     '《社区矫正法实施办法》第二十九条：有效期为六个月，到期需要继续的重新申请；提前几日提醒为本系统默认');
