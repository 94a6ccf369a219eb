"""What a visitor's phone gets from the demo site: weight of the pages, then Lighthouse, both with limits: `make bench`.

`python -m tests.bench.public http://127.0.0.1:8000` measures a site that runs already.
"""

import sys
from functools import partial

from playwright.sync_api import sync_playwright

from tests.bench import lighthouse_run
from tests.bench.serving import served_demo
from tests.screens.browser import FLAGS, chromium
from tests.screens.demo_pages import find
from tests.screens.weight import weigh

KB = 1024
#: Most bytes of HTML, of CSS and of everything, and most requests.
LIMITS = {"profile": (10 * KB, 12 * KB, 80 * KB, 8), "home": (None, 12 * KB, 150 * KB, None)}


def weights(site, pages) -> bool:
    """Prints what each page weighs; whether all keep their limits."""
    good = True
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        new_context = partial(browser.new_context, locale="de-DE", reduced_motion="reduce")
        for name, address in pages.items():
            weight = weigh(new_context, site + address)
            measured = (weight.kinds["document"], weight.kinds["stylesheet"], weight.total, len(weight.asked))
            limits = LIMITS.get(name, (None,) * 4)
            over = any(most is not None and figure > most for figure, most in zip(measured, limits, strict=True))
            good = good and not over
            print(f"{name:<12}{weight}{'  over the limit' if over else ''}", flush=True)
        browser.close()
    return good


def measure(site) -> bool:
    every = find(site)
    pages = {name: every[name] for name in ("home", "directory", "profile", "article")}
    light = weights(site, pages)
    return lighthouse_run.report(site, pages) and light


def main():
    if len(sys.argv) > 1 and sys.argv[1].startswith("http"):
        sys.exit(not measure(sys.argv[1].rstrip("/")))
    with served_demo() as site:
        good = measure(site)
    sys.exit(not good)


if __name__ == "__main__":
    main()
