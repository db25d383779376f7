"""Whether a reference file may be trusted: parts of it stand, byte for byte, in each published file."""
