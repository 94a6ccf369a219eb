"""Every kind of page as a picture, at three widths, by day, by night and in Arabic: `make screenshots`.

They go to var/screenshots, with an `index.html` to look at them side by side.
`python -m tests.screens.shots http://127.0.0.1:8000 home profile` takes two kinds from a site that runs already.
"""

import shutil
import sys
from itertools import product
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench.serving import served_demo
from tests.journeys.looking import READ
from tests.screens.browser import FLAGS, chromium
from tests.screens.demo_pages import find
from tests.screens.page_types import in_language

FOLDER = Path(__file__).resolve().parents[2] / "var" / "screenshots"
WIDTHS = (390, 768, 1440)
#: What it is called, the language, the colours.
WAYS = (("light", "de", "light"), ("dark", "de", "dark"), ("arabic", "ar", "light"))
#: No page is worth a longer picture.
TALLEST = 12_000
#: A reader never waits for pictures below; a screenshot of the whole page does, until each is there and painted.
EVERY_PICTURE = """
() => Promise.all([...document.images].map(image => {
    image.loading = 'eager';
    return image.decode().catch(() => null);
}))
"""


def take(site, pages) -> list[Path]:
    """Takes all pictures, one browser window for each width and way."""
    taken = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        for width, (way, language, colours) in product(WIDTHS, WAYS):
            context = browser.new_context(
                viewport={"width": width, "height": 900},
                color_scheme=colours,
                reduced_motion="reduce",
                locale=language,
                timezone_id="Europe/Berlin",
            )
            page = context.new_page()
            for name, address in pages.items():
                page.goto(site + (address if address.startswith("/admin/") else in_language(address, language)))
                page.evaluate(READ)
                page.evaluate(EVERY_PICTURE)
                page.evaluate("window.scrollTo(0, 0)")
                taken.append(FOLDER / f"{name.replace(', ', '-').replace(' ', '-')}-{width}-{way}.png")
                height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
                clip = {"x": 0, "y": 0, "width": width, "height": height}
                page.screenshot(path=taken[-1], full_page=True, clip=clip)
            context.close()
            print(f"{width} px, {way}: {len(pages)} pictures", flush=True)
        browser.close()
    return taken


def lay_out(taken):
    """One page with all of them, a row for each kind of page."""
    rows = {}
    for path in taken:
        rows.setdefault(path.stem.rsplit("-", 2)[0], []).append(path.name)
    figures = "".join(
        f"<h2>{name}</h2><div>"
        + "".join(f'<a href="{file}"><img loading="lazy" src="{file}" alt="{file}"></a>' for file in files)
        + "</div>"
        for name, files in rows.items()
    )
    style = "body{font:16px sans-serif;margin:2rem}div{display:flex;gap:1rem;overflow:auto}img{height:24rem}"
    heading = f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Screenshots</title><style>{style}</style>'
    (FOLDER / "index.html").write_text(heading + figures, "utf-8")


def shoot(site, kinds):
    pages = {name: address for name, address in find(site).items() if not kinds or name in kinds}
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    taken = take(site, pages)
    lay_out(taken)
    print(f"{len(taken)} pictures, kinds of pages: {len(pages)}, in {FOLDER}")


def main(arguments):
    if arguments and arguments[0].startswith("http"):
        shoot(arguments[0].rstrip("/"), arguments[1:])
        return
    with served_demo() as site:
        shoot(site, arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
