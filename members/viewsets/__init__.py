"""Admin screens of the members app, one module a subject; `wagtail_hooks` registers them."""
