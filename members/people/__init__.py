"""The people behind the profiles: forms of their screens, and what is kept about each of them."""
