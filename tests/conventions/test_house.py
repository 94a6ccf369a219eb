"""The rules of the house, held by tests."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command

from site_core.models import ContentPage

ROOT = Path(__file__).resolve().parents[2]
OURS = ("home", "search", "campaigns", "news", "members", "site_core")
MODULES = sorted(
    path.relative_to(ROOT) for app in OURS for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts
)
#: Where colours get their names: ours, and Wagtail's names with our colours.
COLOURED = ("tokens.css", "admin_palette.css")
SHEETS = sorted((ROOT / "static" / "css").rglob("*.css"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_modules_stay_small(path):
    assert len((ROOT / path).read_text("utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", [path for path in MODULES if path.name != "apps.py"], ids=str)
def test_no_import_hides_inside_a_function(path):
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    hidden = [
        node.lineno
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert hidden == []


def test_migrations_have_names():
    names = [path.stem for app in OURS for path in (ROOT / app / "migrations").glob("0*.py")]
    assert names
    assert [name for name in names if re.search(r"_auto_|_initial$", name)] == []


@pytest.mark.django_db
def test_every_model_change_has_its_migration():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_every_page_type_is_a_content_page_with_a_family():
    types = [model for model in apps.get_models() if issubclass(model, ContentPage)]
    assert {model.__name__ for model in types} >= {"HomePage", "BusinessPage", "NewsPage", "CampaignPage"}
    assert all("parent_page_types" in vars(model) and "subpage_types" in vars(model) for model in types)


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_sheets_use_tokens_and_logical_properties_only(path):
    css = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.S)
    assert "!important" not in css
    assert not re.search(r"(margin|padding|border|inset)-(left|right|top|bottom)\b|[^-]\b(left|right)\s*:", css)
    if path.name not in COLOURED:
        assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", css)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_templates_load_nothing_from_elsewhere_and_hold_no_script_of_their_own(path):
    html = path.read_text("utf-8")
    assert not re.search(r"""(src|srcset|poster)=["']https?:""", html)
    assert not re.search(r"""<link[^>]+(stylesheet|icon|preload)[^>]+href=["']https?:""", html)
    assert not re.search(
        r"<script(?![^>]*(type=\"application/ld\+json\"|\ssrc=\"{% static ))|\sstyle=|\son[a-z]+=", html
    )
