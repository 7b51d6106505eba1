-- Reads a text as wall-clock time by the formats its layout declares; null when none fits, or when the year has not four digits. DuckDB wants each format as a constant.
create or replace macro normalised.read_time(verdi, formatar) as case when regexp_matches(verdi, '^([0-9]{4}-|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4}( |$))') then coalesce(
  case when list_contains(formatar, '%Y-%m-%d') then try_strptime(verdi, '%Y-%m-%d') end,
  case when list_contains(formatar, '%Y-%m-%d %H:%M') then try_strptime(verdi, '%Y-%m-%d %H:%M') end,
  case when list_contains(formatar, '%Y-%m-%d %H:%M:%S') then try_strptime(verdi, '%Y-%m-%d %H:%M:%S') end,
  case when list_contains(formatar, '%Y-%m-%dT%H:%M') then try_strptime(verdi, '%Y-%m-%dT%H:%M') end,
  case when list_contains(formatar, '%Y-%m-%dT%H:%M:%S') then try_strptime(verdi, '%Y-%m-%dT%H:%M:%S') end,
  case when list_contains(formatar, '%d.%m.%Y') then try_strptime(verdi, '%d.%m.%Y') end,
  case when list_contains(formatar, '%d.%m.%Y %H:%M') then try_strptime(verdi, '%d.%m.%Y %H:%M') end,
  case when list_contains(formatar, '%d.%m.%Y %H:%M:%S') then try_strptime(verdi, '%d.%m.%Y %H:%M:%S') end,
  case when list_contains(formatar, '%d/%m/%Y') then try_strptime(verdi, '%d/%m/%Y') end
) end;
