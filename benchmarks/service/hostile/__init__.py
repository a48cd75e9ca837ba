"""Requests that mean harm, and what the service makes of them."""
