"""Keeping the Kiezplan: stored with its drawing, or not at all."""

from dataclasses import asdict

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from site_core.plan import draw, restored, stored

#: Where `site_core.plan_base` keeps what pages ask of the plan.
CACHE_KEY = "kiezplan"
PARTS = ("streets", "areas", "boundary")


@transaction.atomic
def keep_plan(*, plan, streets=None, areas=None, boundary=None):
    """Stores the plan; shapes that are given take the place of those before and it is drawn anew. Raises BadPlan."""
    uploaded = {"streets": streets, "areas": areas, "boundary": boundary}
    uploaded = {part: shapes for part, shapes in uploaded.items() if shapes}
    if uploaded:
        plan.shapes = {**plan.shapes, **{part: stored(shapes) for part, shapes in uploaded.items()}}
        drawing = draw([shape for part in PARTS for shape in restored(plan.shapes.get(part, []))])
        plan.svg, plan.frame_numbers = drawing.svg, asdict(drawing.frame)
        plan.__dict__.pop("frame", None)
        plan.version += 1
        plan.drawn_at = timezone.now()
    plan.save()
    transaction.on_commit(lambda: cache.delete(CACHE_KEY))
    return plan
