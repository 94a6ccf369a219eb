from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from phonenumber_field.modelfields import PhoneNumberField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, TabbedInterface
from wagtail.models import Orderable, Page, PageManager, PageViewRestriction
from wagtail.search import index

from members.access.tester import ProfilePermissionTester
from members.own.forms import ProfileForm
from members.own.panels import DeskTab, Tab
from members.own.point_panel import PointPanel
from members.own.widgets import CheckList, TopicCheckList
from members.presenting import profile_context
from members.querysets import ProfileQuerySet
from site_core.models import ContentPage
from site_core.models.pages import CONTENT_LANGUAGES
from site_core.text.folding import sort_key
from site_core.text.streets import street_key
from site_core.text.tokens import TRADE, concept

CONTACT_LINES = ("phone", "email", "website")
PORTRAIT_ANSWERS = ("who_we_are", "what_we_offer", "what_the_kiez_means", "why_we_take_part")


class ProfilePage(ContentPage):
    """One business or initiative: the portrait interview, what it is filed under, where it is, how to reach it."""

    #: schema.org type that holds whatever the trades say; empty: the first trade decides.
    schema_type = ""

    class Accessibility(models.TextChoices):
        UNKNOWN = "unknown", _("not known")
        YES = "yes", _("without steps")
        LIMITED = "limited", _("with help or a small step")
        NO = "no", _("not accessible by wheelchair")

    claim = models.CharField(_("in one sentence"), max_length=160, blank=True)
    who_we_are = models.TextField(_("Who are you?"), blank=True, max_length=3000)
    what_we_offer = models.TextField(_("What do you make and offer?"), blank=True, max_length=3000)
    what_the_kiez_means = models.TextField(_("What does the Schillerkiez mean to you?"), blank=True, max_length=3000)
    quote = models.CharField(_("your sentence"), max_length=200, blank=True)
    why_we_take_part = models.TextField(_("Why do you take part?"), blank=True, max_length=3000)

    trades = ParentalManyToManyField(
        "members.Trade", blank=True, verbose_name=_("trades"), limit_choices_to={"parent__isnull": False}
    )
    languages = ParentalManyToManyField("members.SpokenLanguage", blank=True, verbose_name=_("languages spoken here"))
    since = models.PositiveSmallIntegerField(
        _("in the Kiez since"), null=True, blank=True, validators=[MinValueValidator(1800), MaxValueValidator(2100)]
    )

    street = models.CharField(_("street"), max_length=120, blank=True)
    house_number = models.CharField(_("house number"), max_length=40, blank=True)
    postcode = models.CharField(
        _("postcode"), max_length=5, blank=True, validators=[RegexValidator(r"^\d{5}$", _("Five digits, please."))]
    )
    city = models.CharField(_("city"), max_length=60, blank=True, default="Berlin")
    latitude = models.FloatField(
        _("latitude"), null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.FloatField(
        _("longitude"), null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    street_key = models.CharField(max_length=120, blank=True, editable=False, db_index=True)
    sort_key = models.CharField(max_length=255, blank=True, editable=False, db_index=True)

    phone = PhoneNumberField(_("phone"), blank=True)
    phone_public = models.BooleanField(_("show phone publicly"), default=False)
    email = models.EmailField(_("e-mail"), blank=True)
    email_public = models.BooleanField(_("show e-mail publicly"), default=False)
    website = models.URLField(_("website"), blank=True)
    website_public = models.BooleanField(_("show website publicly"), default=False)

    accessibility = models.CharField(
        _("access"), max_length=8, choices=Accessibility.choices, default=Accessibility.UNKNOWN
    )
    accessibility_note = models.CharField(_("about access"), max_length=160, blank=True)
    portrait = models.ForeignKey(
        "site_core.KiezImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("portrait photo"),
    )

    objects = PageManager.from_queryset(ProfileQuerySet)()
    base_form_class = ProfileForm
    reading_fields = PORTRAIT_ANSWERS

    search_fields = [*ContentPage.search_fields, index.FilterField("street_key")]

    who_panels = [
        FieldPanel("title", heading=_("Name"), help_text=_("As it stands above your door.")),
        FieldPanel("claim", help_text=_("What you would call out to somebody passing by.")),
        FieldPanel("who_we_are", help_text=_("Who works here, how it began, what is special. As you would tell it.")),
        FieldPanel("since", help_text=_("The year; new and old-established both count.")),
        FieldPanel("content_language", heading=_("Language of your text")),
        InlinePanel(
            "short_texts",
            label=_("Short text"),
            heading=_("In other languages"),
            help_text=_("Two or three sentences for people who read another language. They see them first."),
            max_num=len(CONTENT_LANGUAGES) - 1,
        ),
    ]
    offer_panels = [
        FieldPanel("what_we_offer", help_text=_("What do people find with you, and what do you do best?")),
        FieldPanel("trades", widget=CheckList, help_text=_("One or two are enough; visitors filter by them.")),
        FieldPanel("topics", widget=TopicCheckList, help_text=_("Tick what fits.")),
        FieldPanel("languages", widget=CheckList),
        MultiFieldPanel([FieldPanel("accessibility"), FieldPanel("accessibility_note")], _("Access")),
    ]
    kiez_panels = [
        FieldPanel("what_the_kiez_means", help_text=_("Your street, your neighbours, what has changed here.")),
        FieldPanel(
            "quote", help_text=_("The sentence of yours that may stand large on your page and on the home page.")
        ),
    ]
    why_panels = [
        FieldPanel("why_we_take_part", help_text=_("What do you hope for from the others, and what do you bring?")),
    ]
    contact_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("street"), FieldPanel("house_number")]),
                FieldRowPanel([FieldPanel("postcode"), FieldPanel("city")]),
                PointPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            ],
            _("Address"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel(line), FieldPanel(f"{line}_public")]) for line in CONTACT_LINES],
            _("Contact"),
            help_text=_("Only what you tick is shown."),
        ),
    ]
    picture_panels = [
        FieldPanel("portrait"),
        InlinePanel("gallery", label=_("Picture"), heading=_("Gallery"), max_num=12),
    ]
    # In the order of the portrait interview.
    edit_handler = TabbedInterface(
        [
            Tab(who_panels, heading=_("Who we are"), key="who"),
            Tab(offer_panels, heading=_("What we offer"), key="offer"),
            Tab(kiez_panels, heading=_("What the Kiez means to us"), key="kiez"),
            Tab(why_panels, heading=_("Why we take part"), key="why"),
            Tab(contact_panels, heading=_("Contact"), key="contact"),
            Tab(picture_panels, heading=_("Pictures"), key="pictures"),
            DeskTab(ContentPage.promote_panels, heading=_("Search engines"), key="search"),
            DeskTab(Page.settings_panels, heading=_("Settings"), key="settings"),
        ]
    )

    class Meta:
        abstract = True
        # What lies around a door is looked for in a box first.
        indexes = [models.Index(fields=["latitude", "longitude"], name="%(class)s_point")]

    def save(self, *args, **kwargs):
        """Keeps the stored keys for sorting and filtering true to what they are made of."""
        self.sort_key = sort_key(self.title)[:255]
        self.street_key = street_key(self.street)
        super().save(*args, **kwargs)

    @property
    def address(self) -> str:
        """Street and number, as on an envelope."""
        return f"{self.street} {self.house_number}".strip()

    @property
    def public_phone(self):
        return self.phone if self.phone_public and self.phone else ""

    @property
    def public_email(self) -> str:
        return self.email if self.email_public else ""

    @property
    def public_website(self) -> str:
        return self.website if self.website_public else ""

    @property
    def is_unconfirmed(self) -> bool:
        record = getattr(self, "record", None)
        return record is not None and record.is_unconfirmed

    @property
    def summary(self) -> str:
        return self.claim or self.search_description or self.what_we_offer or self.who_we_are

    @property
    def share_picture(self):
        return self.portrait

    def permissions_for_user(self, user):
        return ProfilePermissionTester(user, self)

    def get_view_restrictions(self):
        """Without a query where the directory read with the page that there are none."""
        none_found = getattr(self, "is_restricted", None) is False
        return PageViewRestriction.objects.none() if none_found else super().get_view_restrictions()

    def pictures(self):
        gallery = [(item.image, ("gallery",)) for item in self.gallery.select_related("image")]
        return [(self.portrait, ("card", "portrait", "share")), *gallery]

    @property
    def search_texts(self) -> list[str]:
        answers = [getattr(self, name) for name in PORTRAIT_ANSWERS]
        return [*super().search_texts, self.claim, *answers, *(each.text for each in self.short_texts.all())]

    @property
    def search_address(self) -> str:
        return self.address

    @property
    def search_concepts(self) -> list[str]:
        levels = [level for trade in self.trades.all() for level in (trade, trade.parent) if level]
        return [*(concept(TRADE, level.slug) for level in levels), *super().search_concepts]

    def get_context(self, request, *args, **kwargs):
        shown = profile_context(self, request, kinds=(BusinessPage, InitiativePage))
        return {**super().get_context(request, *args, **kwargs), **shown}


class BusinessPage(ProfilePage):
    """A business of the Kiez."""

    parent_page_types = ["members.BusinessIndexPage"]
    subpage_types: list[str] = []
    template = "pages/members/profile.html"

    class Meta(ProfilePage.Meta):
        verbose_name = _("business")
        verbose_name_plural = _("businesses")


class InitiativePage(ProfilePage):
    """A social initiative of the Kiez."""

    parent_page_types = ["members.InitiativeIndexPage"]
    subpage_types: list[str] = []
    template = "pages/members/profile.html"
    schema_type = "NGO"

    class Meta(ProfilePage.Meta):
        verbose_name = _("initiative")
        verbose_name_plural = _("initiatives")


class GalleryPicture(Orderable):
    """One more picture of a profile."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="gallery")
    image = models.ForeignKey(
        "site_core.KiezImage", on_delete=models.CASCADE, related_name="+", verbose_name=_("picture")
    )
    caption = models.CharField(_("caption"), max_length=200, blank=True)

    panels = [FieldPanel("image"), FieldPanel("caption")]

    class Meta(Orderable.Meta):
        verbose_name = _("gallery picture")
        verbose_name_plural = _("gallery pictures")

    def __str__(self):
        return self.caption or str(self.image)
