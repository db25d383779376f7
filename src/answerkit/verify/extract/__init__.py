"""Bytes of any file → every text in it, and a finding for whatever could not be read."""
