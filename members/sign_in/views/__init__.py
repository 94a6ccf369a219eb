"""The screens of signing in, by what they are about."""
