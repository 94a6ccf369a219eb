"""Draws the demo's pictures: no photograph, no person that exists, one palette, the same picture for the same name."""


