from django.urls import path

from members import views

urlpatterns = [
    path("<int:pk>/", views.change_request, name="change_request"),
    path("<int:pk>/danke/", views.change_request_thanks, name="change_request_thanks"),
]
