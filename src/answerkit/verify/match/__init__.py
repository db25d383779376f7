"""Finding what is secret in the text of a file, however it is written."""
