"""The rules, one per file. ``registry`` names them all."""
