-- A phone's plan that is not continuous: basis.windows holds its hours, written as telemetry.basis.hours; basis.continuous is false then.
insert into limit_value (limit_key, unit, value, valid_from, source, fixed) values
    ('orders.phone-continuous-allowed', 'YES_NO', 0, '2020-07-01', '本系统默认：手机只按核查时段和随机点定位；是否允许连续定位由县级机构规定', false),
    ('orders.random-points-max', 'COUNT', 6, '2020-07-01', '本系统默认：手机随机核查点每日最多几次', false),
    ('orders.random-point-minutes', 'MINUTES', 5, '2020-07-01', '本系统默认：随机核查点前后几分钟内的上报计入', false);
