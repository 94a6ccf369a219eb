from django.urls import path

from search import views

urlpatterns = [path("<slug:slug>/", views.topic, name="topic")]
