"""What can be wrong with a screen: who is shut out, what runs off it, what jumps about."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page as Browser

#: Kept from the first moment on, so that nothing is missed; read by `shifts`.
WATCH_SHIFTS = """
window.shifts = [];
new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
        if (entry.hadRecentInput) continue;
        const moved = entry.sources.map(source => source.node?.outerHTML?.slice(0, 80) ?? source.node?.nodeName);
        window.shifts.push(`${entry.value.toFixed(4)}: ${moved.join(' | ')}`);
    }
}).observe({type: 'layout-shift', buffered: true});
"""

WIDEST = """
width => [...document.querySelectorAll('body *')]
    .filter(element => element.getBoundingClientRect().right > width + 1 || element.getBoundingClientRect().left < -1)
    .slice(0, 3).map(element => element.outerHTML.slice(0, 100))
"""

#: To the end of the page as somebody would read it, until every picture is there and nothing fades any more.
READ = """
async () => {
    const frame = () => new Promise(done => requestAnimationFrame(done));
    for (let at = 0; at <= document.body.scrollHeight; at += innerHeight) {
        window.scrollTo(0, at);
        await frame();
    }
    for (let waited = 0; waited < 200 && ![...document.images].every(image => image.complete); waited++) await frame();
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map(each => each.finished));
    await frame();
    await frame();
}
"""

_axe = Axe()


def violations(page: Browser) -> list[str]:
    """What axe finds against WCAG and its own best practice: rule, place and markup."""
    page.wait_for_load_state("load")
    return [
        f"{rule['id']} ({rule['impact']}): {' '.join(map(str, node['target']))} {node['html'][:160]}"
        for rule in _axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]
        for node in rule["nodes"]
    ]


def overflow(page: Browser, width) -> list[str]:
    """What makes this page wider than the screen; empty where nobody has to scroll sideways."""
    needed = page.evaluate("document.documentElement.scrollWidth")
    if needed <= width:
        return []
    return [f"{width} px: needs {needed}", *page.evaluate(WIDEST, width)]


def watch_shifts(context):
    """From now on every page of this context keeps what moves by itself."""
    context.add_init_script(WATCH_SHIFTS)


def read(page: Browser, address):
    """Opens a page and reads it to its end; the answer."""
    answer = page.goto(address)
    page.evaluate(READ)
    return answer


def shifts(page: Browser) -> list[str]:
    """What has moved by itself on this page, of a context with `watch_shifts`."""
    return page.evaluate("window.shifts")
