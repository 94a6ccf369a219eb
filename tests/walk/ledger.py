"""Which rows a request changed."""

from django.apps import apps
from django.db import connection

#: What Django and Wagtail write while somebody merely looks: sessions, who is editing, sizes of pictures.
BY_LOOKING = {
    "django_session",
    "site_core_kiezrendition",
    "wagtailadmin_editingsession",
    "wagtailadmin_formstate",
    "wagtailcore_pagesubscription",
}


class WritesSeen:
    """Remembers the tables a request wrote to; used as `connection.execute_wrapper`."""

    def __init__(self):
        self.tables = set()

    def __call__(self, execute, sql, params, many, context):
        verb, _space, rest = sql.lstrip().partition(" ")
        if verb.upper() in ("INSERT", "UPDATE", "DELETE"):
            words = rest.split()
            self.tables.add((words[0] if verb.upper() == "UPDATE" else _after_into(words)).strip('"').split("(")[0])
        return execute(sql, params, many, context)


def snapshot() -> dict:
    """Every row of every table, by table and primary key."""
    return {model._meta.db_table: _rows(model) for model in apps.get_models(include_auto_created=True)}


def changes(before, after):
    """(table, row) of each row that came, went or is another one now; of a changed row as it was and as it is."""
    for table, rows in before.items():
        now = after[table]
        for key in rows.keys() | now.keys():
            if rows.get(key) != now.get(key):
                yield from ((table, dict(row)) for row in (rows.get(key), now.get(key)) if row is not None)


def _after_into(words):
    return words[1] if words[0].upper() in ("INTO", "FROM") else words[0]


def _rows(model):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(model._meta.db_table)}")
        names = [column[0] for column in cursor.description]
        key = names.index(model._meta.pk.column) if model._meta.pk.column in names else 0
        return {row[key]: tuple(zip(names, map(_plain, row), strict=True)) for row in cursor.fetchall()}


def _plain(value):
    return bytes(value) if isinstance(value, memoryview) else value
