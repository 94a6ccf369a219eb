"""What is posted: the form as its address shows it to a superuser, the way somebody who knows it would forge it."""

import json
import re

from tests.factories.forms import fields_of

#: Scripts draw a StreamField; without its number of blocks the form does not count as sent.
STREAM = re.compile(r'<div[^>]*data-controller="[^"]*w-block[^>]*>')
STREAM_NAME = re.compile(r'\bid="([^"]+)"')


REQUIRED = re.compile(r"<input[^>]*\srequired[^>]*>")
ATTRIBUTE = re.compile(r'\b(name|type)="([^"]*)"')
#: What is entered where a form asks for something and holds nothing.
ENTERED = {"checkbox": "on", "email": "neu@example.org", "text": "Neu", "password": "nur-fuer-Tests-2026"}


def body_of(text) -> dict[str, list[str]]:
    """Field names and values of the forms of a page, or of a dialog that comes as JSON; empty where it has none."""
    html = json.loads(text).get("html") or "" if text.startswith("{") else text
    fields = dict(fields_of(html).lists())
    fields.pop("csrfmiddlewaretoken", None)
    streams = [name for tag in STREAM.findall(html) for name in STREAM_NAME.findall(tag)]
    return fields | _asked_for(html, fields) | {f"{name}-count": ["0"] for name in streams}


def _asked_for(html, fields):
    inputs = [dict(ATTRIBUTE.findall(tag)) for tag in REQUIRED.findall(html)]
    return {
        each["name"]: [ENTERED[each["type"]]]
        for each in inputs
        if each.get("type") in ENTERED and not any(fields.get(each.get("name"), []))
    }
