"""The Kiezplan with 400 points: CPU time to draw its dots and list, time of the whole page, and weights."""

import gzip
import statistics
import time

from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from home.demo.plan import demo_plan
from home.services.setup import set_up_site
from members.models import BusinessPage
from members.plan_view import plan_view
from site_core.models import Kiezplan
from site_core.plan import draw, read_shapes
from site_core.plan_base import plan_base
from site_core.services.plan import keep_plan
from tests.bench.kiez import grow

POINTS = 400
REPEATS = 9


def median_ms(work):
    times = []
    for _round in range(REPEATS):
        started = time.process_time()
        work()
        times.append((time.process_time() - started) * 1000)
    return statistics.median(times)


def main():
    set_up_site()
    grow(POINTS, news=5)
    shapes = read_shapes(demo_plan())
    keep_plan(plan=Kiezplan.load(), streets=shapes)
    base, request = plan_base(), RequestFactory().get("/gewerbe/?view=plan")
    for number, profile in enumerate(BusinessPage.objects.order_by("pk")):
        lon, lat = base.frame.degrees(
            base.frame.width * (number % 20 + 1) / 22, base.frame.height * (number // 20 + 1) / 22
        )
        BusinessPage.objects.filter(pk=profile.pk).update(longitude=lon, latitude=lat)
    profiles = list(BusinessPage.objects.for_plan().in_order())

    def drawn():
        view = plan_view(profiles, base, request)
        return render_to_string("components/plan_map.html", {"plan": view})

    client, address = Client(SERVER_NAME="127.0.0.1"), "/gewerbe/?view=plan"
    report("base, drawn at upload only", lambda: draw(shapes), draw(shapes).svg.encode())
    report(f"{len(profiles)} dots", drawn, drawn().encode())
    report("whole page", lambda: client.get(address), client.get(address).content)


def report(name, work, content):
    print(f"{name:<30}{median_ms(work):>6.0f} ms CPU{len(gzip.compress(content)) / 1024:>8.1f} KB gzipped")
