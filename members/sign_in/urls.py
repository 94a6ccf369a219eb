"""The screens of signing in, below /admin/sign-in/. Which of them stay open to whom: `doors`."""

from django.urls import path

from members.sign_in.views import codes, second_factor

app_name = "sign_in"
urlpatterns = [
    path("code/", codes.AskForCodeView.as_view(), name="code"),
    path("code/enter/", codes.EnterCodeView.as_view(), name="enter_code"),
    path("password/", codes.NewPasswordView.as_view(), name="password"),
    path("again/", codes.AgainView.as_view(), name="again"),
    path("verify/", second_factor.VerifyView.as_view(), name="verify"),
    path("second-factor/", second_factor.SecondFactorView.as_view(), name="second_factor"),
    path("second-factor/app/", second_factor.AddAppView.as_view(), name="add_app"),
    path("second-factor/recovery-codes/", second_factor.RecoveryCodesView.as_view(), name="recovery_codes"),
    path(
        "second-factor/remove/<slug:kind>/<int:device_id>/",
        second_factor.RemoveDeviceView.as_view(),
        name="remove_device",
    ),
    path("reset/<int:user_id>/", second_factor.ResetView.as_view(), name="reset"),
]
