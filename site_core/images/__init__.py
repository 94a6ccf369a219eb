"""Pictures as people bring them, made small, upright, sRGB and free of metadata before anything is stored.

``header`` reads format and size, ``pipeline`` makes the picture that is kept, ``apart`` runs the heavier
decoders in a process of their own, ``files`` ties that to Django's files, ``fields`` and ``forms`` put it in the way of
every upload, ``services`` is for code. The first three know nothing of Django.
"""
