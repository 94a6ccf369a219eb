"""The public gate and what every page query shares."""

from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Length, Substr
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet


def visible(pages):
    """What anybody may see: live, and not behind a sign-in or password.

    The same rows as ``live().public()``, which asks for the restrictions in a query of its own at every call; here
    they are part of the one query. The path is a subquery, not a join: with statistics SQLite would walk all pages
    for each page, and look for a restriction of each, where it can only walk the few restrictions.
    """
    path = Subquery(Page.objects.filter(pk=OuterRef("page_id")).order_by().values("path"))
    restricted = PageViewRestriction.objects.annotate(root=path).filter(
        root=Substr(OuterRef("path"), 1, Length("root"))
    )
    return pages.live().exclude(Exists(restricted))


def public_in_order(ids):
    """The pages with these ids that anybody may see, in the given order, in one query."""
    pages = {page.pk: page for page in visible(Page.objects.filter(pk__in=ids))}
    return [pages[pk] for pk in ids if pk in pages]


class ContentPageQuerySet(PageQuerySet):
    def visible(self):
        """What anybody may see; see `visible`."""
        return visible(self)

    def with_restriction(self):
        """Adds `is_restricted`: a sign-in or password is asked for here or above, also for a page this one mirrors."""
        above, above_source = (
            Q(**{path: Substr(OuterRef("path"), 1, Length(path))}) for path in ("page__path", "page__aliases__path")
        )
        return self.annotate(is_restricted=Exists(PageViewRestriction.objects.filter(above | above_source)))

    def with_topic(self, slug):
        return self.filter(topic_links__tag__slug=slug)

    def for_indexing(self):
        """Everything the search terms of a page are made of."""
        return self.prefetch_related("topic_links__tag")
