"""Whose a row is: what a member may change, table by table; a table that is not named here is nobody's."""

from django.apps import apps
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from members.roles import MEMBERS
from members.services.media import SHELF


class Ownership:
    """Whether a row is of the person's own page or collection, or about themselves.

    `before` and `after` are the snapshots around a request: a row that hangs on another one finds it there.
    """

    def __init__(self, user, pages, collections, before, after):
        self.user = user.pk if user else 0
        self.pages = {str(pk) for pk in pages}
        self.collections = set(collections)
        self.before, self.after = before, after
        kinds = ContentType.objects.get_for_models(*apps.get_models(), for_concrete_models=False)
        self.tables = {kind.pk: model._meta.db_table for model, kind in kinds.items()}
        self.page_kinds = {kind.pk for model, kind in kinds.items() if issubclass(model, Page)}
        self.members = Group.objects.get(name=MEMBERS).pk
        memberships = map(dict, before["members_membership"].values())
        self.people = {row["user_id"] for row in memberships if str(row["page_id"]) in self.pages}

    def holds(self, table, row) -> bool:
        rule = OWN_ROWS.get(table)
        return rule is not None and rule(self, row)

    def was(self, table, key) -> dict | None:
        row = self.before[table].get(key)
        return None if row is None else dict(row)

    def row(self, table, key) -> bool:
        """Whether the row with this key is the member's, as it was and as it is."""
        rows = [dict(snapshot[table][key]) for snapshot in (self.before, self.after) if key in snapshot[table]]
        return bool(rows) and all(self.holds(table, row) for row in rows)

    def generic(self, kind, key) -> bool:
        if kind in self.page_kinds:
            return str(key) in self.pages
        return str(key).isdigit() and self.row(self.tables[kind], int(key))


def _of_person(column="user_id"):
    return lambda own, row: row[column] == own.user


def _of_page(column="page_id"):
    return lambda own, row: str(row[column]) in own.pages


def _of_collection(column="collection_id"):
    return lambda own, row: row[column] in own.collections


def _of_row(column, table):
    return lambda own, row: own.row(table, row[column])


def _of_object(own, row):
    return own.generic(row["content_type_id"], row["object_id"])


def _any_of(*rules):
    return lambda own, row: any(rule(own, row) for rule in rules)


def _is_new(table):
    """Whoever does something may cause such a row, and change none that is there."""
    return lambda own, row: own.was(table, row["id"]) is None


def _log_of_page(own, row):
    return _of_page()(own, row) and row["user_id"] in (own.user, None)


def _account(own, row):
    """The own one, a new one for somebody invited, and of those who keep the page too: whether it is switched on."""
    if row["is_superuser"] or row["is_staff"]:
        return False
    was = own.was("members_user", row["id"])
    if row["id"] == own.user or was is None:
        return True
    return row["id"] in own.people and {**was, "is_active": row["is_active"]} == row


def _group_of_member(own, row):
    """Nobody joins or leaves another group than the members'."""
    mine = row["user_id"] == own.user or row["user_id"] in own.people
    return row["group_id"] == own.members and (mine or own.was("members_user", row["user_id"]) is None)


def _record(own, row):
    """What the coordination decides, members do not: they lose its trust with the page, and gain none."""
    was = own.was("members_profilerecord", row["id"])
    if was is None or not _of_page()(own, row):
        return False
    return row["notes"] == was["notes"] and row["trusted"] <= was["trusted"]


def _shelf(own, row):
    """All profiles' collections lie on one shelf, which counts them."""
    was = own.was("wagtailcore_collection", row["id"])
    return row["name"] == SHELF and was is not None and {**was, "numchild": row["numchild"]} == row


PICTURES = "site_core_kiezimage"
OWN_ROWS = {
    # The page, and what stands beside it.
    "wagtailcore_page": _of_page("id"),
    "members_businesspage": _of_page("page_ptr_id"),
    "members_initiativepage": _of_page("page_ptr_id"),
    "members_businesspage_trades": _of_page("businesspage_id"),
    "members_businesspage_languages": _of_page("businesspage_id"),
    "members_gallerypicture": _of_page(),
    "members_shorttext": _of_page(),
    "members_openinghours": _of_page(),
    "members_openingspan": _of_page(),
    "members_closure": _of_row("hours_id", "members_openinghours"),
    "members_profilerecord": _record,
    "site_core_topiclink": _of_page("content_object_id"),
    "wagtailcore_pagelogentry": _log_of_page,
    "wagtailcore_pagesubscription": _any_of(_of_person(), _of_page()),
    "wagtailcore_revision": _of_object,
    "wagtailcore_referenceindex": _of_object,
    "wagtailsearch_indexentry": _of_object,
    # What stands in it is held by the index it mirrors.
    "wagtailsearch_indexentry_fts": lambda own, row: True,
    "wagtailcore_workflowstate": _of_object,
    "wagtailcore_taskstate": _of_row("workflow_state_id", "wagtailcore_workflowstate"),
    # The collection, and what lies in it.
    "wagtailcore_collection": _any_of(_of_collection("id"), _shelf),
    PICTURES: _of_collection(),
    "site_core_kiezrendition": _of_row("image_id", PICTURES),
    "taggit_taggeditem": _of_object,
    "wagtaildocs_document": _of_collection(),
    "wagtailcore_uploadedfile": _of_person("uploaded_by_user_id"),
    # The person, and who keeps the page with them.
    "members_user": _account,
    "members_user_groups": _group_of_member,
    "wagtailusers_userprofile": _any_of(_of_person(), _is_new("wagtailusers_userprofile")),
    "members_membership": _any_of(_of_person(), _of_page()),
    "members_addresschange": _of_person(),
    "django_otp_webauthn_webauthnuserhandle": _of_person(),
    "wagtailadmin_editingsession": _of_person(),
    "wagtailadmin_formstate": _of_person(),
    "django_session": lambda own, row: True,
    # What follows from an action.
    "site_core_outgoingmail": _is_new("site_core_outgoingmail"),
    "wagtailcore_modellogentry": _is_new("wagtailcore_modellogentry"),
}
