"""What pages need to know of the Kiezplan to put something on it, kept in the cache."""

from dataclasses import dataclass

from django.core.cache import cache
from django.urls import reverse

from site_core.models import Kiezplan
from site_core.plan import Frame
from site_core.services.plan import CACHE_KEY

#: Seconds; other processes with a cache of their own show a new plan after so long.
_KEPT = 60


@dataclass(frozen=True)
class PlanBase:
    version: int
    frame: Frame
    attribution: str

    @property
    def url(self) -> str:
        """The drawing's address, another one for each drawing."""
        return f"{reverse('kiezplan')}?v={self.version}"


def plan_base() -> PlanBase | None:
    """The drawn plan without its drawing; None where none is drawn."""
    found = cache.get(CACHE_KEY)
    if found is None:
        plan = Kiezplan.objects.without_shapes().first()
        found = (PlanBase(plan.version, plan.frame, plan.attribution) if plan else None,)
        cache.set(CACHE_KEY, found, _KEPT)
    return found[0]
