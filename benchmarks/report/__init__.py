"""Figures kept, new ones held against them, and the page that shows them."""
