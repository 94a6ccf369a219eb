"""The narrow door: what members may reach and change in the admin.

Placed last in INSTALLED_APPS, see `apps.py`. `policies` grants rights row by row from `Membership`, `tester` refuses
what `change` on a page would bring along, `doors` lists the admin views members may open, `middleware` holds it.
"""
