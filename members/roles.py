"""Who may do what, as data; `members.services.roles.apply_roles` brings the database in line with it."""

from dataclasses import dataclass

EDITORS = "Redaktion"
COORDINATORS = "Koordination"
MEMBERS = "Mitglieder"


def _verbs(model, *verbs):
    app, name = model.split(".")
    return tuple(f"{app}.{verb}_{name}" for verb in verbs)


_DESK = (
    "wagtailadmin.access_admin",
    "members.work_at_desk",
    "site_core.change_kiezplan",
    *_verbs("members.changerequest", "view", "change"),
)
_CURATED = (
    *_verbs("site_core.topic", "add", "change", "delete", "view"),
    *_verbs("members.trade", "add", "change", "delete", "view"),
    *_verbs("members.spokenlanguage", "add", "change", "delete", "view"),
    *_verbs("search.kiezword", "add", "change", "delete", "view"),
    *_verbs("wagtailsearchpromotions.searchpromotion", "add", "change", "delete", "view"),
    *_verbs("wagtailredirects.redirect", "add", "change", "delete", "view"),
    "site_core.change_sitesettings",
)


@dataclass(frozen=True)
class Role:
    """Permissions as app.codename: for models, for pages from the home page down, for media in every collection."""

    name: str
    models: tuple[str, ...]
    pages: tuple[str, ...]
    media: tuple[str, ...]


ROLES = (
    Role(
        EDITORS,
        models=(*_DESK, *_CURATED),
        pages=_verbs("wagtailcore.page", "add", "change", "publish", "bulk_delete", "lock", "unlock"),
        media=(
            *_verbs("wagtailimages.image", "add", "change", "delete", "choose"),
            *_verbs("wagtaildocs.document", "add", "change", "delete", "choose"),
        ),
    ),
    Role(
        COORDINATORS,
        models=(
            *_DESK,
            "members.coordinate",
            *_verbs("members.application", "add", "view", "change"),
            *_verbs("members.membership", "view", "change"),
            *_verbs("site_core.outgoingmail", "view", "change"),
        ),
        pages=_verbs("wagtailcore.page", "add", "change", "publish"),
        media=(*_verbs("wagtailimages.image", "add", "change", "choose"), "wagtaildocs.choose_document"),
    ),
    # What members may do on their own pages and in their own collections follows from `Membership`, row by row.
    Role(MEMBERS, models=("wagtailadmin.access_admin",), pages=(), media=()),
)
