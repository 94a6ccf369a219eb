"""The check of the catalogues finds what it is for, and the catalogues stand it."""

import pytest

from tests.conventions.catalogues import all_catalogues, faults

HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: {forms}\\n"

"""
FORMS = {
    "tr": "nplurals=2; plural=(n > 1);",
    "ar": "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;",
}
#: Two shops in Arabic, as far as the sixth form.
SHOPS = [f'msgstr[{number}] "%(count)s متاجر"' for number in range(6)]


@pytest.fixture
def checked(tmp_path):
    def check(language, *lines):
        path = tmp_path / language / "LC_MESSAGES" / "django.po"
        path.parent.mkdir(parents=True)
        path.write_text(HEAD.format(forms=FORMS[language]) + "\n".join(lines) + "\n", "utf-8")
        return faults(path)

    return check


@pytest.mark.parametrize("path", all_catalogues(), ids=lambda path: "/".join(path.parts[-4:]))
def test_every_catalogue_is_complete_and_sound(path):
    assert faults(path) == []


def test_a_good_catalogue_passes(checked):
    assert checked("tr", 'msgid "Open until %(time)s"', 'msgstr "%(time)s saatine kadar açık"') == []


def test_a_string_without_translation_is_found(checked):
    assert checked("tr", 'msgid "Open"', 'msgstr ""') == ["tr: not translated: 'Open'"]


def test_a_guess_of_gettext_is_found(checked):
    assert checked("tr", "#, fuzzy", 'msgid "Open"', 'msgstr "Kapalı"') == ["tr: fuzzy: 'Open'"]


@pytest.mark.parametrize("said", ["saatine kadar açık", "%(hour)s saatine kadar açık", "%(time)s <b>açık</b>"])
def test_a_lost_or_foreign_placeholder_is_found(checked, said):
    [line] = checked("tr", 'msgid "Open until %(time)s"', f'msgstr "{said}"')
    assert line == "tr: other placeholders or markup than the original: 'Open until %(time)s'"


def test_arabic_says_all_six_forms(checked):
    assert checked("ar", 'msgid "%(count)s shop"', 'msgid_plural "%(count)s shops"', *SHOPS) == []


def test_a_missing_form_is_found(checked):
    lines = checked("ar", 'msgid "%(count)s shop"', 'msgid_plural "%(count)s shops"', *SHOPS[:5], 'msgstr[5] ""')
    assert lines == ["ar: not translated: '%(count)s shop'"]


def test_a_form_may_leave_the_number_to_the_word(checked):
    lines = checked("tr", 'msgid "One shop"', 'msgid_plural "%(count)s shops"', 'msgstr[0] "Bir dükkân"',
                    'msgstr[1] "%(count)s dükkân"')  # fmt: skip
    assert lines == []
