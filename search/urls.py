from django.urls import include, path

from search import noting, views

helpers = [
    path("vorschlaege/", views.suggest, name="suggest"),
    path("merken/", noting.note, name="note"),
]

urlpatterns = [
    path("", views.search, name="search"),
    path("", include((helpers, "search"))),
]
