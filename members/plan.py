"""Businesses on the Kiezplan: all that fit the filters, and one alone beside its profile."""

from dataclasses import dataclass

from site_core.plan_base import PlanBase, plan_base

#: What the small plan shows, in metres.
_ACROSS, _DOWN = 440, 330
#: Metres that a pixel of the small plan stands for, as it is shown most often.
_PIXEL = 0.95


@dataclass(frozen=True)
class SmallPlan:
    """The surroundings of one door: a cut out of the plan (`view_box`, in its units) with the place of the door."""

    base: PlanBase
    view_box: str
    x: int
    y: int
    scale: float
    plate: str
    plan_url: str


def small_plan(profile) -> SmallPlan | None:
    """The plan around a profile; None where there is no plan, or the profile has no point on it."""
    base = plan_base()
    if base is None or profile.latitude is None or profile.longitude is None:
        return None
    frame = base.frame
    x, y = frame.place(profile.longitude, profile.latitude)
    if not frame.holds(x, y):
        return None
    width, height = min(_ACROSS * frame.metre, frame.width), min(_DOWN * frame.metre, frame.height)
    left = min(max(x - width / 2, 0), frame.width - width)
    top = min(max(y - height / 2, 0), frame.height - height)
    return SmallPlan(
        base=base,
        view_box=f"{left:.0f} {top:.0f} {width:.0f} {height:.0f}",
        x=round(x),
        y=round(y),
        scale=round(_PIXEL * frame.metre, 3),
        plate=profile.house_number,
        plan_url=f"{profile.get_parent().get_url()}?view=plan",
    )
