"""The words people use in opening hours, German and English, and the OSM word each one stands for."""

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTH_LENGTHS = dict(zip(MONTHS, (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), strict=True))

_DAY_WORDS = {
    "Mo": "mo mon monday montag montags",
    "Tu": "tu tue tues tuesday di die dienstag dienstags",
    "We": "we wed wednesday mi mit mittwoch mittwochs",
    "Th": "th thu thur thurs thursday do don donnerstag donnerstags",
    "Fr": "fr fri friday fre freitag freitags",
    "Sa": "sa sat saturday sam samstag samstags sonnabend sonnabends",
    "Su": "su sun sunday so son sonntag sonntags",
    "PH": "ph feiertag feiertage feiertags feiertagen holiday holidays",
    "SH": "sh ferien schulferien",
    "Mo-Su": "täglich taeglich daily",
    "Sa,Su": "wochenende weekend",
}
_MONTH_WORDS = {
    "Jan": "jan january januar jän jänner",
    "Feb": "feb february februar",
    "Mar": "mar march mär märz maerz mrz",
    "Apr": "apr april",
    "May": "may mai",
    "Jun": "jun june juni",
    "Jul": "jul july juli",
    "Aug": "aug august",
    "Sep": "sep sept september",
    "Oct": "oct october okt oktober",
    "Nov": "nov november",
    "Dec": "dec december dez dezember",
}
_STATE_WORDS = {
    "off": "off closed geschlossen zu ruhetag",
    "open": "open geöffnet offen",
    "unknown": "unknown",
}


def _by_word(table):
    return {word: meaning for meaning, words in table.items() for word in words.split()}


DAY_WORDS = _by_word(_DAY_WORDS)
MONTH_WORDS = _by_word(_MONTH_WORDS)
STATE_WORDS = _by_word(_STATE_WORDS)
SUN_WORDS = frozenset({"sunrise", "sunset", "dawn", "dusk"})
# Words that carry no meaning of their own between days and times.
FILLERS = frozenset({"von", "from", "uhr", "jeden", "every", "gesetzliche", "gesetzlichen"}) | frozenset(
    {"vorübergehend", "derzeit", "zurzeit", "temporarily"}
)
TO_WORDS = frozenset({"bis", "to", "till", "until"})
AND_WORDS = frozenset({"und", "and", "u", "sowie"})
FROM_WORDS = frozenset({"ab"})
OPEN_END_WORDS = frozenset({"open", "ende", "end"})
