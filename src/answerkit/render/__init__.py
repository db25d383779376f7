"""A composed edition becomes the bytes of a Word file; python-docx lives in this stage only."""
