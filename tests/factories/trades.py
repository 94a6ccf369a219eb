from members.models import SpokenLanguage, Trade


def make_trade(slug="baeckerei", name="Bäckerei", *, branch=None, **fields) -> Trade:
    """A Gewerk below its Branche."""
    branch = branch or Trade.objects.get_or_create(slug="lebensmittel", defaults={"name": "Lebensmittel"})[0]
    return Trade.objects.create(slug=slug, name=name, parent=branch, **fields)


def make_language(code="tr", name="Türkisch", **fields) -> SpokenLanguage:
    return SpokenLanguage.objects.create(code=code, name=name, **fields)
