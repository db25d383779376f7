"""What is secret: read from the confidential tree, or from texts that the user points at."""
