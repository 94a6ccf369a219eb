"""The phrases in which people ask for filters, in German, English, Turkish and Arabic.

`|` stands between words, `?` behind one that may be missing, `*` behind the beginning of one, and a <slot> is read by
its name (`SLOTS` in search/asking.py). Suffixes behind a number, a name or an apostrophe are words of their own.
"""

_OPEN = "offen|offene|offenen|offener|offenes|geöffnet*|auf|open|açık|مفتوح|مفتوحة"
_SUFFIX = "da|de|ta|te|nda|nde|daki|deki|taki|teki"

PHRASES = {
    "": [  # not meant, though a part of it looks like it
        "<day> geschlossen|zu|closed|kapalı|مغلق", "heute los|nicht",
    ],
    "open": [
        f"jetzt|gerade|aktuell|momentan noch|auch? {_OPEN}", f"{_OPEN} jetzt", "open right? now", "now open",
        "şimdi|şu an|anda? açık", "açık şimdi", "مفتوح|مفتوحة الآن", "الآن مفتوح|مفتوحة",
    ],
    "day": [
        f"{_OPEN}? am|an|on|auch? jeden|jedem|every|يوم? <day> auch|noch? {_OPEN}?", "<day> günü|günleri açık?",
        "pazar günü|günleri <sunday> açık?", "pazar|pazarları açık <sunday>",
        f"{_OPEN}? heute|today|bugün|اليوم <today> auch|noch? {_OPEN}?",
        f"morgen auch|noch? {_OPEN} <tomorrow>", "open? tomorrow <tomorrow> open?", "yarın <tomorrow> açık?",
        f"{_OPEN}? غدا <tomorrow>",
    ],
    "after": [
        f"{_OPEN}? nach|ab|um <hour> uhr|h noch? {_OPEN}?", f"{_OPEN}? bis <until> uhr|h {_OPEN}?",
        "open? after|past|from <pm> pm|p", "open? after|past <pm> oclock?", "open? until|till <until_pm> pm|p",
        "saat? <hour> den|dan|ten|tan sonra açık?", "akşam|gece saat? <pm> den|dan|ten|tan sonra açık?",
        "saat? <until> ye|ya|e|a kadar açık?", f"{_OPEN}? بعد الساعة? <hour>", f"{_OPEN}? بعد الساعة? <pm> مساء",
        f"abends|spätabends|spät <evening> noch? {_OPEN}", f"nachts <night> noch? {_OPEN}",
        "open late|tonight <evening>", "akşam <evening> açık", "gece <night> açık", f"{_OPEN} ليلا <night>",
    ],
    "access": [
        "barrierefrei*|rollstuhlgerecht*|rollstuhlgeeignet*|rollstuhlgängig*|stufenlos*|behindertengerecht*"
        " zugang|zugänglich|eingang?", "mit|für rollstuhl", "ohne stufe|stufen|treppe|treppen|barriere|barrieren",
        "wheelchair accessible|access|friendly?", "accessible", "step|barrier free access?",
        "engelsiz|engelli erişim*|girişi|dostu?", "tekerlekli sandalye* uygun?", "كرسي متحرك",
        "لذوي الاحتياجات الخاصة?",
    ],
    "language": [
        "spricht|sprechen|sprecht man|ihr|sie? auch|gut? <language>", "man spricht|spreche <language>",
        "<language> sprechen|spricht|gesprochen|sprechend*|sprachig*", "auch? auf <language>",
        "<language> spoken|speaking", "who|that? speak|speaks|speaking <language>",
        "<language> konuşan|konuşulan|konuşuluyor|konuşur|bilen", "يتكلم|تتكلم|يتكلمون|يتحدث|تتحدث|يتحدثون <language>",
    ],
    "street": [
        "in|an|auf|am|im|bei|beim der|dem|den? <street>", "on|at|in the? <street>",
        f"<street> {_SUFFIX}|üzerinde|üzerindeki", "في شارع? <street>",
    ],
}  # fmt: skip
DAYS = {
    "1": "montag montags monday mondays pazartesi pazartesileri الاثنين الإثنين",
    "2": "dienstag dienstags tuesday tuesdays salı salıları الثلاثاء",
    "3": "mittwoch mittwochs wednesday wednesdays çarşamba çarşambaları الأربعاء",
    "4": "donnerstag donnerstags thursday thursdays perşembe perşembeleri الخميس",
    "5": "freitag freitags friday fridays cuma cumaları الجمعة",
    "6": "samstag samstags sonnabend sonnabends saturday saturdays cumartesi cumartesileri السبت",
    "7": "sonntag sonntags sunday sundays الأحد",
}
#: Left over at either end of what is looked for: »welcher Späti hat«, »Arzt, der«, »açık eczane var mı«.
AROUND = """welche welcher welches was wer wo gibt es hat haben ist sind der die das den auch noch und bitte what which
    where who s is are that there any var mi mu hangi هل هناك التي الذي"""
