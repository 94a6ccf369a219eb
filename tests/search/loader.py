"""Fills a database with the invented profiles that the labelled queries belong to, and with no others.

Their 50 trades and 8 tags stand for ours; one that stands for none raises KeyError.
"""

import json
import re
from pathlib import Path

from home.services.setup import set_up_site
from members.models import BusinessPage
from members.services.profiles import Shelf, add_profile, directory_for
from site_core.search_index import indexing_later

#: Tags that we keep elsewhere: in the field about access.
ACCESS = {"barrierefrei": "yes"}
_ADDRESS = re.compile(r"(?P<street>.+?) (?P<house_number>\d+)")


def load_profiles(path: Path) -> dict[str, int]:
    """A new site as `setup_site` makes it, with every profile of the file; returns title → id in the file."""
    set_up_site()
    shelf, index = Shelf(), directory_for(BusinessPage)
    profiles = json.loads(path.read_text(encoding="utf-8"))["profiles"]
    with indexing_later():
        for profile in profiles:
            add_profile(
                model=BusinessPage,
                index=index,
                shelf=shelf,
                values={"title": profile["title"], "what_we_offer": profile["intro"], **_place(profile)},
                trades=profile["trades"],
                topics=profile["tags"],
            )
    return {profile["title"]: profile["id"] for profile in profiles}


def _place(profile) -> dict:
    """Street and number, and whether a wheelchair gets in."""
    access = [ACCESS[tag] for tag in profile["tags"] if tag in ACCESS]
    address = _ADDRESS.fullmatch(profile["street"]).groupdict()
    return {**address, "accessibility": access[0]} if access else address
