"""Frozen types that every stage shares; they import nothing but each other and ``errors``."""
