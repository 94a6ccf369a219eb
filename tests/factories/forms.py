"""What a browser would send back of a form it was given."""

from html.parser import HTMLParser

from django.http import QueryDict


class _Fields(HTMLParser):
    def __init__(self, form_id):
        super().__init__()
        self.form_id, self.inside, self.found = form_id, False, QueryDict(mutable=True)
        self.text = self.choice = None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self.inside = self.form_id is None or attrs.get("id") == self.form_id
        if not self.inside or ("name" not in attrs and tag != "option"):
            return
        if tag == "textarea":
            self.text = (attrs["name"], [])
        elif tag == "select":
            self.choice = attrs["name"]
        elif tag == "option":
            if "selected" in attrs and self.choice:
                self.found.appendlist(self.choice, attrs.get("value", ""))
        elif tag == "input" and attrs.get("type") not in ("submit", "file", "button"):
            ticks = attrs.get("type") in ("checkbox", "radio")
            default = "on" if ticks else ""
            if not ticks or "checked" in attrs:
                self.found.appendlist(attrs["name"], attrs.get("value", default))

    def handle_data(self, data):
        if self.text:
            self.text[1].append(data)

    def handle_endtag(self, tag):
        if tag == "textarea" and self.text:
            name, parts = self.text
            self.found.appendlist(name, "".join(parts).removeprefix("\n"))
            self.text = None
        elif tag == "select":
            self.choice = None
        elif tag == "form":
            self.inside = False


def fields_of(html, form_id=None) -> QueryDict:
    """Every field of the form as it stands in the page; without an id those of all forms."""
    parser = _Fields(form_id)
    parser.feed(html)
    return parser.found
