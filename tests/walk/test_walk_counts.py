"""Counts tell too: what others do out of sight changes nothing in any answer a member gets, no number and no pager."""

import re

import pytest
from django.core.cache import cache
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import Collection

from members.models import Application, BusinessPage, ChangeRequest, Trade
from members.services.media import collection_of
from site_core.models import KiezImage, Topic
from tests.factories.pages import make_business, make_news, make_standard_page
from tests.factories.people import make_member
from tests.factories.pictures import make_image
from tests.walk.routes import all_routes
from tests.walk.table import read_table

pytestmark = pytest.mark.django_db
#: Dialogs come as JSON, their lines written out.
LINES = re.compile(r"\n|\\n")
#: What differs between two answers to the same question.
TOKENS = re.compile(r"\b[A-Za-z0-9]{32,64}\b|\d{4}-\d\d-\d\dT[\d:.]+Z?")


#: Is another one each time.
PUZZLE = {"puzzle"}
#: Says whether the own picture is shown on pages of others, so that nobody deletes it from under them.
TOLD_ON_PURPOSE = {"own:picture", "own:picture_delete"}


def answers(walker, person):
    """Everything the person is shown, by address."""
    there = all_routes()
    lines = [line for line in read_table() if line.route in there and line.name not in TOLD_ON_PURPOSE | PUZZLE]
    lines = [line for line in lines if "ok" in line.expected(person)]
    addresses = {address for line in lines for address in walker.addresses(line, person)}
    return {address: TOKENS.sub("", walker.body_at(person, address)) for address in addresses}


def stir(world, person):
    """Hidden things come to be everywhere: also some that use the member's own picture and page."""
    own = KiezImage.objects.get(pk=world.own[person]["image"])
    draft = make_news(world.site, "Entwurf", live=False, picture=own, topics=Topic.objects.all())
    draft.save_revision(user=world.users["editor"])
    make_standard_page(world.site, "Noch ein Entwurf", live=False)
    hidden = make_business(world.site, "Noch nicht da", live=False, trades=Trade.objects.filter(parent__isnull=False))
    make_member(hidden, "neu@example.org")
    for collection in (collection_of(hidden), Collection.objects.get(pk=world.foreign[person]["collection"])):
        picture = make_image("Neu")
        KiezImage.objects.filter(pk=picture.pk).update(collection=collection)
        picture.tags.add("neu")
        Document.objects.create(title="Neu", file="neu.txt", collection=collection)
    BusinessPage.objects.get(pk=world.foreign[person]["page"]).save_revision(user=world.users["editor"])
    page = world.own[person]["page"]
    ChangeRequest.objects.create(page_id=page, page_title="Laden", message="Stimmt nicht.")
    Application.objects.create(
        name="Neu", contact_name="Neu", consent_at=timezone.now(), consent_words="Ja.", entry_id=page
    )
    cache.clear()


@pytest.mark.parametrize("person", ["member_a", "member_b", "trusted"])
def test_what_happens_out_of_sight_changes_no_answer(walker, person):
    before = answers(walker, person)
    stir(walker.world, person)
    after = answers(walker, person)
    assert len(before) > 15
    told = {
        address: sorted(set(LINES.split(after[address])) ^ set(LINES.split(text)))
        for address, text in before.items()
        if after[address] != text
    }
    assert not told, f"{person} sees that something happened: {told}"
