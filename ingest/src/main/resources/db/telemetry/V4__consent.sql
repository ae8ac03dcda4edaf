-- A protected person consented that a device of their own is located, for orders to keep away from them alone.
alter table basis drop constraint basis_kind_check;
alter table basis add constraint basis_kind_check check (kind in ('AUTHORISATION', 'PHONE_PLAN', 'CONSENT'));
