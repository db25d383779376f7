"""Verified bytes to files on disk: whole or not at all, and never over somebody's own work."""
