"""Signing in: the one form, a code by mail beside the password, the second factor, and what throttles them.

`middleware` holds the second factor on every address; `doors` names the views that stay open before it is passed.
"""
