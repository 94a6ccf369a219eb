"""Which profiles an application may be about: alike in name, at the same address, with the same phone or e-mail."""

from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from members.models import Application, BusinessPage, InitiativePage, Membership
from site_core.querysets import visible
from site_core.text.folding import fold
from site_core.text.streets import street_key

#: Alike enough to ask about: this share of three-letter pieces in common.
ALIKE = 0.5
MOST = 5

SAME_NAME, SAME_ADDRESS = _("a similar name"), _("the same address")
SAME_PHONE, SAME_EMAIL = _("the same phone number"), _("the same e-mail address")
TRAITS = ("title", "street_key", "house_number", "phone", "email")
COLUMNS = ("pk", "record__claimed_at", "street", "live", "is_kept", *TRAITS)


@dataclass(frozen=True)
class Likeness:
    """A profile, or another application that waits, and why it may be the same; `score` orders them."""

    pk: int
    title: str
    address: str
    phone: str
    claimed: bool
    live: bool
    score: float
    kept: bool = False
    reasons: list[str | Promise] = field(default_factory=list)


def likely_entries(*, name, street="", house_number="") -> list[Likeness]:
    """Public profiles nobody has claimed that may be meant, the likeliest first, at most five."""
    return _ranked(_public_unclaimed(), name=name, street=street, house_number=house_number)


def likely_duplicates(application) -> list[Likeness]:
    """Every profile that may be the applicant's, drafts and claimed ones too, the likeliest first, at most five.

    The entry the applicant named comes first, whatever it looks like.
    """
    wanted = {
        "name": application.name,
        "street": application.street,
        "house_number": application.house_number,
        "phone": application.phone,
        "email": application.email,
    }
    found = _ranked(_profiles(), always=application.entry_id, **wanted)
    return sorted(found, key=lambda likeness: likeness.pk != application.entry_id)


def other_applications(application):
    """Applications that wait and share name, e-mail or phone with this one."""
    others = Application.objects.waiting().exclude(pk=application.pk)
    pieces, email, phone = _pieces(application.name), application.email.lower(), _digits(application.phone)
    return [
        other
        for other in others
        if _alike(pieces, _pieces(other.name)) >= ALIKE
        or (email and email == other.email.lower())
        or (phone and phone == _digits(other.phone))
    ]


def is_free_entry(page_id) -> bool:
    """Whether this is a public profile that somebody may claim."""
    return any(visible(rows).filter(pk=page_id).exists() for rows in _unclaimed())


def _profiles():
    kept = Exists(Membership.objects.filter(page=OuterRef("pk")))
    return [model.objects.select_related("record").annotate(is_kept=kept) for model in (BusinessPage, InitiativePage)]


def _unclaimed():
    return [rows.filter(record__claimed_at__isnull=True, is_kept=False) for rows in _profiles()]


def _public_unclaimed():
    return [visible(rows) for rows in _unclaimed()]


def _ranked(querysets, *, name, street="", house_number="", phone="", email="", always=None):
    wanted = _Traits(name, street_key(street), house_number, phone, email)
    found = []
    for rows in querysets:
        for row in rows.order_by().values(*COLUMNS):
            traits = _Traits(*(row[column] or "" for column in TRAITS))
            score, reasons = wanted.compare(traits)
            if row["pk"] == always or any(reason is not SAME_ADDRESS for reason in reasons):
                found.append(_likeness(row, score, reasons))
    return sorted(found, key=lambda likeness: (likeness.pk != always, -likeness.score, likeness.title))[:MOST]


def _likeness(row, score, reasons):
    return Likeness(
        pk=row["pk"],
        title=row["title"],
        address=f"{row['street']} {row['house_number']}".strip(),
        phone=str(row["phone"] or ""),
        claimed=bool(row["record__claimed_at"]) or row["is_kept"],
        live=row["live"],
        score=score,
        kept=row["is_kept"],
        reasons=reasons,
    )


class _Traits:
    """What two entries are compared by; empty traits are like nothing."""

    def __init__(self, name, street, house_number, phone, email):
        self.pieces, self.words = _pieces(name), fold(name).split()
        self.place = (street, fold(house_number)) if street else None
        self.phone, self.email = _digits(phone), email.strip().lower()

    def compare(self, other) -> tuple[float, list]:
        alike = _alike(self.pieces, other.pieces)
        here = self.place is not None and self.place == other.place
        reasons = {
            SAME_NAME: alike >= ALIKE or (here and self._share_a_word(other)),
            SAME_ADDRESS: here,
            SAME_PHONE: bool(self.phone) and self.phone == other.phone,
            SAME_EMAIL: bool(self.email) and self.email == other.email,
        }
        found = [reason for reason, holds in reasons.items() if holds]
        return alike + len(found), found

    def _share_a_word(self, other) -> bool:
        """At the same address one word is enough."""
        return any(_alike(_pieces(word), _pieces(theirs)) >= ALIKE for word in self.words for theirs in other.words)


def _pieces(text) -> frozenset[str]:
    """The three-letter pieces of a name."""
    padded = f"  {fold(text)} "
    return frozenset(padded[start : start + 3] for start in range(len(padded) - 2))


def _alike(one, other) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _digits(phone) -> str:
    """The number as people tell it apart: without spaces, country code or leading noughts."""
    return "".join(char for char in str(phone).replace("+49", "") if char.isdigit()).lstrip("0")
