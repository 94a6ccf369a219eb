"""What a profile is filed under: trades, topics, languages spoken; and its short texts in further languages."""

from dataclasses import dataclass, field

from django.db.models import CharField, F, Value

from members.models.short_texts import ShortText
from members.models.trades import SpokenLanguage, Trade
from site_core.models import Topic
from site_core.models.translated import label_expression


@dataclass(frozen=True)
class FiledTrade:
    slug: str
    label: str
    branch_slug: str = ""
    branch_label: str = ""
    schema_type: str = ""
    colour: str = ""


@dataclass(frozen=True)
class Filing:
    trades: list[FiledTrade]
    topics: list[tuple[str, str]]
    languages: list[tuple[str, str]]
    short_texts: dict[str, str] = field(default_factory=dict)


def stored_filing(profile) -> Filing:
    """As stored, in one query for all four."""
    empty = Value("", CharField())
    trades = _rows(
        Trade.objects.filter(**{profile._meta.model_name: profile.pk}),
        "trade",
        [F("slug"), label_expression(), F("parent__slug"), label_expression("parent__"), F("schema_type"), F("colour")],
    )
    topics = _rows(
        Topic.objects.filter(links__content_object=profile.pk),
        "topic",
        [F("slug"), label_expression(), empty, empty, empty, empty],
    )
    languages = _rows(
        SpokenLanguage.objects.filter(**{profile._meta.model_name: profile.pk}),
        "language",
        [F("code"), label_expression(), empty, empty, empty, empty],
    )
    texts = _rows(
        ShortText.objects.filter(page=profile.pk), "text", [F("language"), F("text"), empty, empty, empty, empty]
    )
    found = {"trade": [], "topic": [], "language": [], "text": []}
    for kind, *row in sorted(trades.union(topics, languages, texts, all=True), key=lambda row: row[2]):
        found[kind].append([value or "" for value in row])
    return Filing(
        trades=[FiledTrade(*row) for row in found["trade"]],
        topics=[tuple(row[:2]) for row in found["topic"]],
        languages=[tuple(row[:2]) for row in found["language"]],
        short_texts=dict(row[:2] for row in found["text"]),
    )


def drafted_filing(profile) -> Filing:
    """As chosen in an unsaved draft, for the preview: the choices are not in the database yet."""
    return Filing(
        trades=[_filed(trade) for trade in profile.trades.all()],
        topics=[(topic.slug, topic.label) for topic in profile.topics.all()],
        languages=[(language.code, language.label) for language in profile.languages.all()],
        short_texts={each.language: each.text for each in profile.short_texts.all()},
    )


def _filed(trade) -> FiledTrade:
    branch = trade.parent
    parts = (branch.slug, branch.label) if branch else ("", "")
    return FiledTrade(trade.slug, trade.label, *parts, trade.schema_type, trade.colour)


def _rows(queryset, kind, columns):
    names = {f"filed_{number}": column for number, column in enumerate(columns)}
    return queryset.order_by().annotate(filed_kind=Value(kind, CharField()), **names).values_list("filed_kind", *names)
