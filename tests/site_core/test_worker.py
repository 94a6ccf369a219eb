"""The worker: what is due is done, one broken job stops no other, lateness shows in /healthz/."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from members.services.hours import set_hours
from site_core.models import JobRun
from site_core.registry import Job, Kind, Registry, registry
from site_core.services import jobs
from tests.factories.pages import make_business, make_news

NOW = timezone.now()


@pytest.fixture
def diary(monkeypatch, db):
    """A registry of its own: `diary.job("key", minutes)` notes each run; an exception given is raised instead."""

    class Diary(list):
        own = Registry()

        def job(self, key, minutes=1, error=None):
            def run():
                self.append(key)
                if error:
                    raise error

            self.own.add_job(Job(key, run, timedelta(minutes=minutes)))

    monkeypatch.setattr(jobs, "registry", Diary.own)
    return Diary()


def test_a_job_is_done_when_it_is_due_and_not_before(diary):
    diary.job("often", minutes=1)
    diary.job("seldom", minutes=60)
    assert jobs.run_due_jobs(now=NOW) == ["often", "seldom"]
    assert jobs.run_due_jobs(now=NOW + timedelta(seconds=59)) == []
    assert jobs.run_due_jobs(now=NOW + timedelta(minutes=1)) == ["often"]
    assert diary == ["often", "seldom", "often"]


def test_a_failing_job_is_noted_and_stops_no_other(diary):
    diary.job("first", error=RuntimeError("Platte voll"))
    diary.job("second")
    assert jobs.run_due_jobs(now=NOW) == ["second"]
    failed = JobRun.objects.get(key="first")
    assert "Platte voll" in failed.error
    assert failed.done_at is None


def test_a_job_that_works_again_forgets_its_error(diary):
    diary.job("mail", error=OSError("weg"))
    jobs.run_due_jobs(now=NOW)
    diary.job("mail")
    assert jobs.run_due_jobs(now=NOW + timedelta(minutes=1)) == ["mail"]
    assert JobRun.objects.get().error == ""


def test_a_job_is_late_when_it_failed_or_was_not_tried(diary):
    diary.job("never")
    diary.job("failing", error=OSError())
    diary.job("fine")
    jobs.run_due_jobs(now=NOW)
    JobRun.objects.filter(key="never").delete()
    assert jobs.late_jobs(now=NOW) == ["never", "failing"]
    assert jobs.late_jobs(now=NOW + timedelta(minutes=11)) == ["never", "failing"]
    assert "fine" in jobs.late_jobs(now=NOW + timedelta(minutes=13))


@pytest.mark.db_specific
def test_what_is_scheduled_appears_and_goes_by_itself(client, site, at):
    morning = at("2026-11-24 09:00")
    page = make_news(site, "Heute um zehn", slug="um-zehn", live=False)
    page.go_live_at, page.expire_at = morning + timedelta(hours=1), morning + timedelta(hours=2)
    page.save_revision().publish()

    shown = {}
    for clock in ("09:59", "10:01", "11:01"):
        at(f"2026-11-24 {clock}")
        assert "publish_scheduled" in jobs.run_due_jobs()
        shown[clock] = client.get("/aktuelles/um-zehn/").status_code

    assert shown == {"09:59": 404, "10:01": 200, "11:01": 404}


def test_the_worker_command_does_one_round(site):
    set_hours(page=make_business(site), osm="24/7")
    call_command("run_worker", once=True, verbosity=0)
    assert set(JobRun.objects.filter(error="").values_list("key", flat=True)) >= {
        "publish_scheduled",
        "opening_spans",
        "mail",
        "old_mail",
    }


# --- what operators see ----------------------------------------------------------------------------------------


def test_a_late_worker_shows_and_a_busy_one_is_well(client, db):
    late = client.get("/healthz/")
    assert late.status_code == 500
    assert "opening_spans" in late.content.decode()

    jobs.run_due_jobs()
    assert client.get("/healthz/").status_code == 200

    JobRun.objects.filter(key="opening_spans").update(done_at=timezone.now() - timedelta(days=3))
    late = client.get("/healthz/").content.decode()
    assert "opening_spans" in late
    assert "publish_scheduled" not in late


def test_the_process_says_it_lives_without_asking_the_database(client, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/healthz/live/").content == b"OK\n"


# --- the registry ----------------------------------------------------------------------------------------------


def test_kinds_stand_in_their_order_and_a_second_registration_replaces_the_first():
    house = Registry()
    for key, order in (("late", 90), ("early", 10), ("late", 20)):
        house.add_kind(Kind(key, label=key, one=key, model=f"app.{key}{order}", results=list, order=order))
    assert [(kind.key, kind.model) for kind in house.kinds] == [("early", "app.early10"), ("late", "app.late20")]


def test_every_kind_of_content_is_registered():
    assert [kind.key for kind in registry.kinds] == ["business", "initiative", "news", "campaign", "page"]
