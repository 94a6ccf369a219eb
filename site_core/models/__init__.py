"""What every app stands on: the page base, topics, pictures and the site's settings."""

from site_core.models.images import KiezImage, KiezRendition
from site_core.models.jobs import JobRun
from site_core.models.kiezplan import Kiezplan
from site_core.models.mail import OutgoingMail
from site_core.models.pages import ContentPage
from site_core.models.settings import SiteSettings
from site_core.models.stories import StoryIndexPage, StoryPage
from site_core.models.topics import Topic, TopicLink
from site_core.models.translated import TranslatedName

__all__ = [
    "ContentPage",
    "JobRun",
    "KiezImage",
    "KiezRendition",
    "Kiezplan",
    "OutgoingMail",
    "SiteSettings",
    "StoryIndexPage",
    "StoryPage",
    "Topic",
    "TopicLink",
    "TranslatedName",
]
