"""What an office program leaves in a file beside its text: comments, changes, macros, authors."""
