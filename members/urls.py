from django.urls import path

from members import views
from members.people.views import confirm

urlpatterns = [
    path("<int:pk>/", views.change_request, name="change_request"),
    path("<int:pk>/danke/", views.change_request_thanks, name="change_request_thanks"),
    path("adresse/<str:secret>/", confirm, name="confirm_address"),
]
