-- A bracelet whose authorisation is over comes off.
insert into limit_value (limit_key, unit, value, valid_from, source, fixed) values
    ('devices.remove-days-max', 'DAYS', 1, '2020-07-01', '《社区矫正法》第二十九条：不需要继续使用的，应当及时解除；几日内取下为本系统默认', false);
