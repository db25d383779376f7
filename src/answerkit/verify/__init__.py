"""Bytes → findings: what must not stand in a file. Knows nothing of how the bytes were made."""
