"""What people type becomes clean opening hours, or a sentence that names the wrong part."""

import datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from members.hours import InvalidHours, normalise, parse


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("Mo-Fr 10:00-18:00;", "Mo-Fr 10:00-18:00"),
        ("mo-fr 9:00 - 18:00", "Mo-Fr 09:00-18:00"),
        ("Mo–Fr 09:00–18:00", "Mo-Fr 09:00-18:00"),
        ("Mo, We, Fr 09:00-13:00", "Mo,We,Fr 09:00-13:00"),
        ("Mo 10:00-12:00, 14:00-18:00", "Mo 10:00-12:00,14:00-18:00"),
        ("Di/Mi/Do 10-18 Uhr", "Tu,We,Th 10:00-18:00"),
        ("Di-So 16:00 - 23:00", "Tu-Su 16:00-23:00"),
        ("Montag bis Freitag von 9.30 bis 18 Uhr, Sa ab 10 Uhr", "Mo-Fr 09:30-18:00, Sa 10:00+"),
        ("Samstag und Sonntag 10h-14h", "Sa,Su 10:00-14:00"),
        ("täglich 12-23; Feiertage geschlossen", "Mo-Su 12:00-23:00; PH off"),
        ("Mo-Fr 8-18 Sa 8-13", "Mo-Fr 08:00-18:00; Sa 08:00-13:00"),
        ("Mo-Fr 07:00-13:00; 14:00-19:00; Sa 8-13", "Mo-Fr 07:00-13:00,14:00-19:00; Sa 08:00-13:00"),
        ("Mo-Fr 8-18\nSa 8-13", "Mo-Fr 08:00-18:00; Sa 08:00-13:00"),
        ("rund um die Uhr", "24/7"),
        ("nur nach Vereinbarung", '"nur nach Vereinbarung"'),
        ("Fr 'nach Vereinbarung'", 'Fr "nach Vereinbarung"'),
        ("Mo-Sa 10-18; 24.12.-26.12. zu", "Mo-Sa 10:00-18:00; Dec 24-Dec 26 off"),
        ("Apr-Okt: Mo-So 10-20", "Apr-Oct Mo-Su 10:00-20:00"),
        ("We-Su 17:30-open", "We-Su 17:30+"),
        ("Th 20:00-26:00", "Th 20:00-02:00"),
        ("vorübergehend geschlossen", "off"),
    ],
)
def test_hours_are_understood_as_people_write_them(typed, clean):
    assert normalise(typed) == clean


@pytest.mark.parametrize(
    "clean",
    [
        "24/7",
        "Mo-Fr 10:00-18:00; PH off",
        "Mo-Su,PH 12:00-23:00",
        "Fr,Sa 18:00-02:00",
        'Mo-Fr 10:00-18:00 || "nach Vereinbarung"',
        "Sa[1,3] 10:00-14:00",
        "Mo-Sa 10:00-18:00; Dec 24,Dec 31 10:00-13:00",
        "week 1-53/2 We 10:00-12:00",
        "PH -1 day 08:00-12:00",
        "Mo-Su 09:00-sunset",
        "2027 Jan 02-2027 Jan 06 off, Mo-Fr 10:00-18:00",
        'Mo-Fr 10:00-18:00 open "Küche bis 17 Uhr"',
    ],
)
def test_clean_hours_stay_as_they_are(clean):
    assert normalise(clean) == clean


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("Mo 25:00", "Mo 25:00"),
        ("Mo-Fr 10:00-18:00; Sa 25:00; Su 10-12", "Sa 25:00"),
        ("Mo-Fr 10-12, Blah 13-15, Su 12-14", "Blah 13-15"),
        ("Mo-Fr 10:00-18:00; Sa", "Sa"),
        ("Mo-Fr 10:00-18:60", "Mo-Fr 10:00-18:60"),
        ('Mo-Fr 10:00-18:00; Sa 10-14 "nur', 'Sa 10-14 "nur'),
        ("Mo-Fr 10-18; Feb 30 off", "Feb 30 off"),
        ("Mo-Fr 10-18; 24.13. zu", "24.13. zu"),
        ("We-Su", "We-Su"),
        ("Kein öffentlicher Betrieb", "Kein öffentlicher Betrieb"),
        ("Mo–Fr 10:00-18:00; Sa 10–14 ?", "Sa 10–14 ?"),
        ("😀", "😀"),
    ],
)
def test_the_wrong_part_is_named_as_it_was_typed(typed, part):
    with pytest.raises(InvalidHours) as refused:
        parse(typed)
    assert refused.value.part == part
    assert part in str(refused.value)


@pytest.mark.parametrize("nothing", ["", "   ", ";", ",;,", "\n"])
def test_hours_without_content_are_refused(nothing):
    with pytest.raises(InvalidHours):
        parse(nothing)


@pytest.mark.parametrize("hostile", ["Mo 10:00-12:00\x00", "\x00", "Mo-Fr 10-18;" * 10_000, "x" * 100_000, "😀" * 300])
def test_hostile_input_is_refused_in_a_short_sentence(hostile):
    with pytest.raises(InvalidHours) as refused:
        parse(hostile)
    assert len(refused.value.part) <= 60
    assert "\x00" not in str(refused.value)
    assert len(str(refused.value)) < 200


DAYS_AND_STATES = ["Mo", "Fr", "PH", "SH", "off", "open", "unknown", "nach", "Vereinbarung", "täglich", '"x"', '"']
TIMES = ["10:00", "18:00", "26:00", "9", "24/7", "ab", "bis", "Uhr", "sunset", "+01:00", "(", ")"]
DATES = ["Dec", "24", "1.", "2027", "week", "53", "easter", "-1", "day", "[1]", "[-1]"]
SIGNS = ["-", ",", ";", ":", "/", "+", ".", "||", "|", "–", " ", "\n", "\u00a0", "\x00", "😀"]
PIECES = st.lists(st.sampled_from(DAYS_AND_STATES + TIMES + DATES + SIGNS), max_size=25)


def understood(typed):
    """The schedule, or None when the text was refused as it should be."""
    try:
        return parse(typed)
    except InvalidHours:
        return None


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=60), PIECES.map(" ".join), PIECES.map("".join)))
@example("Mo 10:00-12:00; week 53/9 Tu 10:00-12:00")
@example('We 17:00-19:00, PH off, 24/7 open "für Mitglieder"')
def test_whatever_is_typed_is_refused_or_means_the_same_when_written_clean(typed):
    start = datetime.datetime(2026, 12, 20, tzinfo=datetime.UTC)
    end = start + datetime.timedelta(days=14)
    schedule = understood(typed)
    if schedule:
        schedule.status(start)
        assert parse(str(schedule)).spans(start, end) == schedule.spans(start, end)
