"""House rules that Django's own check command holds."""

from django.apps import apps
from django.core.checks import Error, register

from site_core.models import ContentPage


@register()
def page_types_name_their_family(app_configs, **kwargs):
    """Every page model states which parents and children it takes."""
    return [
        Error(f"{model._meta.label} does not state {name}.", id="site_core.E001", obj=model)
        for model in apps.get_models()
        if issubclass(model, ContentPage)
        for name in ("parent_page_types", "subpage_types")
        if name not in model.__dict__
    ]
