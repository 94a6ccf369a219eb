"""The page to apply on, and puzzles as a browser solves them."""

from base64 import b64encode
from json import dumps

from altcha import solve_challenge

from members.models import JoinPage


def make_join_page(site, **fields) -> JoinPage:
    return site.home.add_child(instance=JoinPage(title="Mitmachen", slug="mitmachen", show_in_menus=True, **fields))


def solved(client) -> str:
    """What the widget would put into the form: the solution of a puzzle fetched from the site."""
    puzzle = client.get("/mitmachen-raetsel/").json()
    solution = solve_challenge(
        puzzle["challenge"], puzzle["salt"], algorithm=puzzle["algorithm"], max_number=puzzle["maxNumber"]
    )
    answer = {name: puzzle[name] for name in ("algorithm", "challenge", "salt", "signature")}
    return b64encode(dumps({**answer, "number": solution.number}).encode()).decode()
