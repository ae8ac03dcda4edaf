-- What an office approves is filed with its county.
insert into limit_value (limit_key, unit, value, valid_from, source) values
    ('leave.file-days-max', 'DAYS', 3, '2020-07-01',
     '《社区矫正法实施办法》第二十七条：经批准外出报县级社区矫正机构备案；几日内备案为本系统默认');
