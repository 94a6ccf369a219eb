"""A form takes what a person may use: pictures, documents and pages, named by a field, a text or a block."""

import json

import pytest
from django.core.files.base import ContentFile
from django.forms import model_to_dict
from django.http import QueryDict
from django.utils.http import urlencode
from wagtail.documents import get_document_model
from wagtail.models import Collection

from home.models import StandardPage
from members.models import BusinessPage, GalleryPicture
from members.services.media import collection_of
from site_core.references import not_allowed, references_of
from tests.factories.pages import make_business, make_standard_page
from tests.factories.people import make_editor, make_member, make_superuser
from tests.factories.pictures import make_image

pytestmark = pytest.mark.django_db


def errors_of(page, user, **changes):
    """The errors of the page's admin form, filled with the stored values and these changes."""
    page = type(page).objects.get(pk=page.pk)
    form_class = page.get_edit_handler().get_form_class()
    blank = form_class(instance=page, for_user=user)
    stored = model_to_dict(
        page, fields=[name for name in blank.fields if name not in ("topics", "story", "trades", "languages")]
    )
    data = {name: value for name, value in stored.items() if value not in (None, False)}
    data |= {"story-count": 0}
    for name, formset in blank.formsets.items():
        forms = formset.initial_forms
        data |= {f"{name}-TOTAL_FORMS": len(forms), f"{name}-INITIAL_FORMS": len(forms)}
        for form in forms:
            row = {"id": form.instance.pk, **model_to_dict(form.instance, ["image", "caption"]), "ORDER": 1}
            data |= {f"{form.prefix}-{field}": value for field, value in row.items()}
    form = form_class(data=as_sent({**data, **changes}), instance=page, parent_page=page.get_parent(), for_user=user)
    form.defer_required_fields()
    form.is_valid()
    return form.errors, {name: formset.errors for name, formset in form.formsets.items()}


def as_sent(data):
    return QueryDict(urlencode(data))


def story(kind, value):
    if kind == "text":
        value = json.dumps({"blocks": value[0], "entityMap": value[1]})
    return {"story-count": 1, "story-0-type": kind, "story-0-order": 0, "story-0-deleted": "", "story-0-value": value}


def linked_text(entity, pk):
    """A text with one link, as the editor sends it."""
    block = {
        "text": "hier", "type": "unstyled", "depth": 0, "key": "a", "inlineStyleRanges": [],
        "entityRanges": [{"offset": 0, "length": 4, "key": 0}],
    }  # fmt: skip
    return [block], {"0": {"type": entity, "mutability": "MUTABLE", "data": {"id": pk}}}


@pytest.fixture
def bakery(site):
    return make_business(site, "Backstube")


@pytest.fixture
def baker(bakery):
    return make_member(bakery)


def shelved(page):
    image = make_image()
    image.collection = collection_of(page)
    image.save()
    return image


def test_a_member_shows_pictures_of_the_own_collection(bakery, baker):
    assert errors_of(bakery, baker, portrait=shelved(bakery).pk) == ({}, {"short_texts": [], "gallery": []})


@pytest.mark.parametrize("whose", ["the neighbour's", "the desk's"])
def test_a_member_cannot_show_a_picture_of_others_by_its_number(site, bakery, baker, whose):
    image = shelved(make_business(site, "Nachbar")) if whose == "the neighbour's" else make_image()
    errors, _inline = errors_of(bakery, baker, portrait=image.pk)
    assert list(errors) == ["portrait"]


def test_nor_in_the_gallery(site, bakery, baker):
    image = shelved(make_business(site, "Nachbar"))
    row = {"gallery-TOTAL_FORMS": 1, "gallery-0-image": image.pk, "gallery-0-ORDER": 1}
    _errors, inline = errors_of(bakery, baker, **row)
    assert list(inline["gallery"][0]) == ["image"]
    assert not any(errors_of(bakery, baker, **row, **{"gallery-0-DELETE": "on"})[1]["gallery"])


def test_what_an_editor_put_on_the_page_stays_and_the_form_can_be_saved(bakery, baker):
    portrait, extra = make_image(), make_image()
    bakery.portrait = portrait
    GalleryPicture.objects.create(page_id=bakery.pk, image=extra)
    bakery.save_revision().publish()
    page = BusinessPage.objects.get(pk=bakery.pk)
    assert references_of(page) >= {(type(portrait), str(portrait.pk)), (type(extra), str(extra.pk))}
    assert errors_of(page, baker) == ({}, {"short_texts": [], "gallery": [{}]})


def test_links_in_texts_and_blocks_lead_to_what_the_person_may_see(site, bakery, baker):
    page = make_standard_page(site, "Text")
    secret = make_standard_page(site, "Geheim", live=False)
    document = get_document_model().objects.create(
        title="Protokoll", file=ContentFile(b"x", "p.txt"), collection=Collection.get_first_root_node()
    )
    image = make_image()
    for person, refused in ((baker, True), (make_editor(), False), (make_superuser(), False)):
        for changes in (
            story("text", linked_text("LINK", secret.pk)),
            story("text", linked_text("DOCUMENT", document.pk)),
            {**story("picture", ""), "story-0-value-image": image.pk},
            {"picture": image.pk},
        ):
            errors, _inline = errors_of(page, person, **changes)
            assert bool(errors) is refused, (person, changes, errors)
    assert not errors_of(page, baker, **story("text", linked_text("LINK", bakery.pk)))[0]


@pytest.mark.parametrize("title", ["Backstube", ""])
def test_a_form_that_comes_back_does_not_draw_what_was_refused(site, bakery, baker, title):
    image = make_image("Streng geheim")
    form_class = bakery.get_edit_handler().get_form_class()
    for number in (image.pk, "abc", "-1", "9" * 40):
        data = {"title": title, "portrait": number, "gallery-TOTAL_FORMS": 1, "gallery-INITIAL_FORMS": 0}
        data |= {"gallery-0-image": image.pk, "gallery-0-ORDER": 1}
        form = form_class(data=as_sent(data), instance=bakery, parent_page=site.businesses, for_user=baker)
        assert not form.is_valid()
        assert form.errors["portrait"]
        assert "geheim" not in form.as_p() + form.formsets["gallery"].as_p()


def test_a_link_to_nothing_is_nobodys_secret(site, baker):
    assert not_allowed(baker, {(StandardPage, "987654")}) == set()


def test_asking_costs_the_same_for_one_picture_and_for_twenty(site, baker, django_assert_num_queries):
    images = [make_image() for _number in range(20)]
    references = {(type(image), str(image.pk)) for image in images}
    not_allowed(baker, references)
    with django_assert_num_queries(2):
        assert not_allowed(baker, set(list(references)[:1]))
    with django_assert_num_queries(2):
        assert not_allowed(baker, references) == references
