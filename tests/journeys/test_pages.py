"""Every kind of page: nobody is shut out, nothing runs off the screen, nobody else learns of the visit."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.journey


def addresses(kiez) -> dict[str, str]:
    """One address of each kind of page."""
    return {
        "home": "/",
        "directory": "/gewerbe/",
        "directory, filtered": f"/gewerbe/?trade=schneiderei&street={kiez.tailor.street_key}",
        "directory, nothing found": "/gewerbe/?street=nirgends",
        "initiatives": "/initiativen/",
        "profile": kiez.tailor.url,
        "profile, unconfirmed": kiez.unconfirmed.url,
        "change request": f"/eintrag/{kiez.unconfirmed.pk}/",
        "thanks": f"/eintrag/{kiez.unconfirmed.pk}/danke/",
        "news list": "/aktuelles/",
        "article": kiez.news.url,
        "campaign list": "/aktionen/",
        "campaign": kiez.campaign.url,
        "search": "/suche/",
        "search with hits": "/suche/?q=Schneider",
        "search without hits": "/suche/?q=Quastenflosser",
        "topic": f"/thema/{kiez.topic.slug}/",
        "standard page": kiez.about.url,
        "not found": "/gibt-es-nicht/",
        "sign-in": "/admin/login/",
        "arabic home": "/ar/",
        "arabic profile": f"/ar{kiez.tailor.url}",
    }


def violations(page) -> list[str]:
    """What axe finds against WCAG and its own best practice: rule, place and markup."""
    page.wait_for_load_state("load")
    found = Axe().run(page).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {' '.join(map(str, node['target']))} {node['html'][:160]}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("colour_scheme", ["light", "dark"])
def test_no_page_shuts_anybody_out(kiez, phone, colour_scheme):
    phone.emulate_media(color_scheme=colour_scheme, reduced_motion="reduce")
    found = {}
    for name, address in addresses(kiez).items():
        phone.goto(address)
        found[name] = violations(phone)
    phone.goto(f"/eintrag/{kiez.unconfirmed.pk}/")
    phone.locator("main form button[type=submit]").click()
    found["change request with errors"] = violations(phone)
    assert {name: lines for name, lines in found.items() if lines} == {}, json.dumps(found, indent=1)


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_no_page_runs_off_the_screen(kiez, new_context, width):
    page = new_context(viewport={"width": width, "height": 800}).new_page()
    wide = {}
    for name, address in addresses(kiez).items():
        page.goto(address)
        needed = page.evaluate("document.documentElement.scrollWidth")
        if needed > width:
            wide[name] = needed
    assert wide == {}


def test_no_public_page_asks_anybody_else(kiez, context, live_server):
    asked, answered = [], {}
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    for name, address in addresses(kiez).items():
        answered[name] = page.goto(address).status
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        page.wait_for_load_state("networkidle")
    assert {name for name, status in answered.items() if status != 200} == {"not found"}
    assert any("/media/" in url for url in asked)
    assert any("/static/" in url for url in asked)
    assert [url for url in asked if not url.startswith((f"{live_server.url}/", "data:", "blob:"))] == []
