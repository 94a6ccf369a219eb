"""The Kiezplan at the desk and on its address: who may upload, what is said of a bad file, how it is cached."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from members.services.roles import apply_roles
from site_core.models import Kiezplan
from site_core.plan import BadPlan, read_shapes
from site_core.plan_base import plan_base
from site_core.services.plan import keep_plan
from tests.factories.plan import make_plan, streets_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def screen(client, admin_user):
    """The desk's screen; opens it, or sends files to it."""
    client.force_login(admin_user)
    address = reverse("wagtailsettings:edit", args=["site_core", "kiezplan", Kiezplan.load().pk])

    def show(**files):
        if not files:
            return client.get(address)
        uploads = {name: SimpleUploadedFile(f"{name}.geojson", content) for name, content in files.items()}
        return client.post(address, {"attribution": "© Kiez", **uploads})

    return show


def test_an_upload_is_drawn_and_shown(screen, client):
    assert screen(streets_file=streets_file()).status_code == 302
    plan = Kiezplan.objects.get()
    assert (plan.version, plan.attribution) == (1, "© Kiez")
    assert "Weisestraße" in plan.svg
    assert "/kiezplan.svg?v=1" in screen().content.decode()


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"PK\x03\x04", "JSON"), (b'{"features": []}', ""), (streets_file({"X": [[13.4, 52.4], [13.4, 52.4]]}), "")],
)
def test_a_bad_file_changes_nothing_and_is_named(screen, content, said):
    make_plan()
    response = screen(streets_file=content)
    errors = response.context["form"].errors
    assert response.status_code == 200
    assert errors
    assert said in str(errors)
    assert Kiezplan.objects.get().version == 1


def test_greens_added_later_keep_the_streets(screen):
    make_plan()
    park = b"""{"features": [{"properties": {"leisure": "park"}, "geometry": {"type": "Polygon",
        "coordinates": [[[13.42, 52.475], [13.423, 52.475], [13.423, 52.478], [13.42, 52.475]]]}}]}"""
    assert screen(areas_file=park).status_code == 302
    plan = Kiezplan.objects.get()
    assert plan.version == 2
    assert 'class="g"' in plan.svg
    assert "Weisestraße" in plan.svg


@pytest.mark.parametrize("name", ["areas_file", "boundary_file"])
def test_lines_where_areas_are_needed_are_said_and_not_passed_over(screen, name):
    make_plan()
    response = screen(**{name: streets_file()})
    assert name in response.context["form"].errors
    assert Kiezplan.objects.get().version == 1


def test_the_screen_tells_how_much_of_each_file_was_taken(screen):
    make_plan()
    assert "Straßen: 3 Grünflächen: 0 Grenze: 0" in screen().content.decode()


def test_the_source_alone_can_be_changed_without_a_new_drawing(screen, client, admin_user):
    make_plan(attribution="alt")
    address = reverse("wagtailsettings:edit", args=["site_core", "kiezplan", Kiezplan.objects.get().pk])
    client.post(address, {"attribution": "neu"})
    plan = Kiezplan.objects.get()
    assert (plan.attribution, plan.version) == ("neu", 1)


def test_what_cannot_be_drawn_is_not_kept():
    plan = make_plan()
    with pytest.raises(BadPlan):
        keep_plan(plan=plan, streets=read_shapes(streets_file({"X": [[13.4, 52.4], [14.4, 52.4]]})))
    assert Kiezplan.objects.get().version == 1


def test_the_desk_may_and_members_may_not(site):
    apply_roles(home=site.home)
    allowed = Group.objects.filter(permissions__codename="change_kiezplan").values_list("name", flat=True)
    assert set(allowed) == {"Redaktion", "Koordination"}


def test_the_drawing_is_kept_for_good_under_its_version_and_asked_again_without(client):
    make_plan()
    kept, asked = client.get("/kiezplan.svg?v=1"), client.get("/kiezplan.svg?v=7")
    assert kept["Content-Type"].startswith("image/svg+xml")
    assert "immutable" in kept["Cache-Control"]
    assert "immutable" not in asked["Cache-Control"]
    assert client.get("/kiezplan.svg", headers={"if-none-match": kept["ETag"]}).status_code == 304
    assert client.get("/kiezplan.svg", headers={"if-modified-since": kept["Last-Modified"]}).status_code == 304
    assert client.get("/kiezplan.svg", headers={"if-none-match": '"other"'}).status_code == 200


def test_without_a_plan_there_is_no_drawing(client):
    Kiezplan.load()
    assert client.get("/kiezplan.svg").status_code == 404
    assert plan_base() is None


def test_a_new_drawing_has_a_new_address_at_once(django_capture_on_commit_callbacks):
    plan = make_plan()
    assert plan_base().url == "/kiezplan.svg?v=1"
    with django_capture_on_commit_callbacks(execute=True):
        keep_plan(plan=plan, streets=read_shapes(streets_file()))
    assert plan_base().url == "/kiezplan.svg?v=2"
