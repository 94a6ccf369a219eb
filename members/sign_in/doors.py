"""The admin views that stay open to somebody who has signed in and not yet passed the second factor."""

ALWAYS_OPEN = frozenset(
    {
        "wagtailadmin_login",
        "wagtailadmin_logout",
        # What every screen is made of: icons and words, the same for everybody.
        "wagtailadmin_sprite",
        "wagtailadmin_javascript_catalog",
        "otp_webauthn:js-i18n-catalog",
        "sign_in:code",
        "sign_in:enter_code",
        "sign_in:verify",
        "sign_in:again",
        "otp_webauthn:credential-authentication-begin",
        "otp_webauthn:credential-authentication-complete",
    }
)

# Open while the person has no second factor: this is where they set up the first one.
ENROLMENT = frozenset(
    {
        "sign_in:second_factor",
        "sign_in:add_app",
        "otp_webauthn:credential-registration-begin",
        "otp_webauthn:credential-registration-complete",
    }
)

# What a member needs besides: the rest of the own sign-in.
OWN = frozenset({"sign_in:password", "sign_in:recovery_codes", "sign_in:remove_device"})


def second_factor_open_views() -> frozenset[str]:
    """Every view that answers before the second factor is passed."""
    return ALWAYS_OPEN | ENROLMENT


def member_views() -> frozenset[str]:
    """Every sign-in view a member uses; each shows and changes the own sign-in only."""
    return ALWAYS_OPEN | ENROLMENT | OWN
