"""The sign in the browser's tab stands in the page itself, and is the one the admin shows."""

import re
from pathlib import Path
from urllib.parse import unquote

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string


def test_the_sign_in_the_page_is_the_one_in_the_file():
    address = re.search(r'href="data:image/svg\+xml,([^"]+)"', render_to_string("components/favicon.html"))[1]
    assert unquote(address) == Path(finders.find("favicon.svg")).read_text().strip().replace('"', "'")
