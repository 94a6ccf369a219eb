"""Parts of the year in opening hours: months, dates, weeks, years, Easter; as OSM and as Germans write them."""

import re

from .vocabulary import MONTH_LENGTHS, MONTH_WORDS, MONTHS

_MONTH = rf"(?:{'|'.join(sorted(MONTH_WORDS, key=len, reverse=True))})(?![^\W\d_])\.?"
_YEAR = r"20\d\d(?![:.\d])"
_DAY = r"\d{1,2}(?!\d|[:.h]\d|\s*(?:uhr|h)\b)\.?"
_GERMAN = rf"\d{{1,2}}\.\s?(?:{_MONTH}|\d{{1,2}}\.)(?:\s?20\d\d)?"
_EASTER = r"easter(?:\s*[+-]\s*\d{1,2}\s+days?)?"
_DATE = rf"(?:{_GERMAN}|(?:{_YEAR}\s*)?(?:{_EASTER}|{_MONTH}(?:\s*{_DAY})?))"
_TO = r"\s*(?:-|\bbis\b)\s*"
_WEEK = r"(?:week|kw)\s*(?P<weeks>\d{1,2}(?:\s*-\s*\d{1,2}(?:\s*/\s*\d)?)?(?:\s*,\s*\d{1,2}(?!\s*[:.\d]))*)"
SEASON = re.compile(
    rf"(?<!\w)(?:{_WEEK}|(?P<first>{_DATE})(?:{_TO}(?:(?P<last>{_DATE})|(?P<last_day>{_DAY}))|(?P<plus>\s*\+))?"
    rf"|(?P<year>{_YEAR})(?:{_TO}(?P<last_year>{_YEAR})|(?P<year_plus>\s*\+))?)",
    re.IGNORECASE,
)
_PARTS = re.compile(
    rf"(?P<german_day>\d{{1,2}})\.\s?(?:(?P<german_month>{_MONTH})|(?P<number>\d{{1,2}})\.)\s?(?P<german_year>20\d\d)?$"
    rf"|(?:(?P<year>20\d\d)\s*)?(?:(?P<easter>{_EASTER})|(?P<month>{_MONTH})\s*(?P<day>\d{{1,2}})?\.?)$",
    re.IGNORECASE,
)


def season(found: re.Match) -> str | None:
    """What SEASON found, as OSM writes it; None when there is no such date."""
    if found["weeks"]:
        return _weeks(found["weeks"])
    if found["year"]:
        last = f"-{found['last_year']}" if found["last_year"] else "+" if found["year_plus"] else ""
        return found["year"] + last
    first = _date(found["first"])
    if first is None:
        return None
    if found["last_day"]:
        last = _day_of_same_month(first, found["last_day"])
    elif found["last"]:
        last = _date(found["last"])
    else:
        return first + ("+" if found["plus"] else "")
    return last and f"{first}-{last}"


def _date(text: str) -> str | None:
    parts = _PARTS.match(text.strip())
    if parts is None:
        return None
    year = parts["year"] or parts["german_year"]
    prefix = f"{year} " if year else ""
    if parts["easter"]:
        return prefix + re.sub(r"\s*([+-])\s*", r" \1", parts["easter"].lower())
    day = parts["german_day"] or parts["day"]
    if parts["number"]:
        if not 1 <= int(parts["number"]) <= 12:
            return None
        month = MONTHS[int(parts["number"]) - 1]
    else:
        month = MONTH_WORDS[(parts["german_month"] or parts["month"]).rstrip(".").lower()]
    if day is None:
        return prefix + month
    return f"{prefix}{month} {int(day):02d}" if 1 <= int(day) <= MONTH_LENGTHS[month] else None


def _day_of_same_month(first: str, text: str) -> str | None:
    words = first.split()
    month = next((word for word in words if word in MONTH_LENGTHS), None)
    day = int(text.rstrip("."))
    if month is None or words[-1] == month or not 1 <= day <= MONTH_LENGTHS[month]:
        return None
    return f"{day:02d}" if len(words) == 2 else f"{words[0]} {month} {day:02d}"


def _weeks(text: str) -> str | None:
    numbers = [int(number) for number in re.findall(r"\d+", re.sub(r"/\s*\d+", "", text))]
    if not all(1 <= number <= 53 for number in numbers):
        return None
    return "week " + "".join(text.split())
