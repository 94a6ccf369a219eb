"""The page of the library: all components of all apps, each example drawn as it stands on a page."""

import re
from importlib import import_module

from django.apps import apps
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.module_loading import module_has_submodule
from django.utils.safestring import mark_safe

from site_core.component_library.entries import ENTRIES
from site_core.component_library.frame import FRAME
from site_core.component_library.parts import Component
from site_core.component_library.small import SMALL

#: Apps show what they alone can make in a module of this name, as a list `COMPONENTS`.
MODULE = "component_examples"
_IDS = re.compile(r'\sid="([^"]+)"')
_POINTERS = re.compile(r'(\s(?:id="|for="|aria-labelledby="|aria-describedby="|href="#))([^"]+)(")')


def components() -> list[Component]:
    """Every component with its states: those of the frame of a page first."""
    found = [*FRAME, *SMALL, *ENTRIES]
    for app in apps.get_app_configs():
        if module_has_submodule(app.module, MODULE):
            found += import_module(f"{app.name}.{MODULE}").COMPONENTS
    return found


def library(request):
    """All examples on one page; the scheme is the browser's, the language that of the address."""
    return render(request, "development/components.html", {"components": _shown(components()), "noindex": True})


def _shown(components) -> list[tuple[Component, list[tuple[str, str, str]]]]:
    return [
        (component, [_drawn(component, number, example) for number, example in enumerate(component.examples, 1)])
        for component in components
    ]


def _drawn(component, number, example) -> tuple[str, str, str]:
    """(state, key, markup); the key is the same as long as the example stays in its place."""
    key = f"{component.name}-{number}"
    html = render_to_string(f"components/{component.name}.html", {"language": "de", **example.values})
    return example.state, key, _with_own_names(html, key)


def _with_own_names(html, key):
    """The same component stands on this page many times; its ids, and what points to them, get a name each."""
    ids = set(_IDS.findall(html))

    def renamed(match):
        start, names, end = match.groups()
        return start + " ".join(f"{key}-{name}" if name in ids else name for name in names.split(" ")) + end

    return mark_safe(_POINTERS.sub(renamed, html))
