from django.db import models


class SpentPuzzle(models.Model):
    """A puzzle against machines that has been handed in; it counts once. Kept until it would have run out anyway.

    In the database and not in the cache: every process of the server must know it.
    """

    challenge = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = "spent puzzle"
        verbose_name_plural = "spent puzzles"

    def __str__(self):
        return self.challenge
