"""Reactions to somebody signing in."""

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver

from members.sign_in.fresh import note_proof


@receiver(user_logged_in)
def remember_when(sender, request, user, **kwargs):
    note_proof(request)
