"""A composed edition becomes the bytes of a Word file; python-docx lives in this stage only.

A file holds these parts and no other; whoever judges its bytes can rely on it:

- with the reference file's bytes, unchanged: ``word/styles.xml``, ``word/settings.xml``, and where it has
  them ``word/fontTable.xml`` and ``word/theme/theme1.xml``;
- ``word/numbering.xml``: the reference file's, its levels in the standard's order, and behind its last
  ``w:num`` one for each list;
- written anew: ``word/document.xml``, ``word/footnotes.xml``, ``word/header1.xml``, ``word/footer1.xml``,
  ``docProps/core.xml``, ``[Content_Types].xml`` and the relationships;
- the bytes of the content's pictures: ``word/media/imageN.png`` and ``.svg``, counted in reading order.

All XML comes from ``markup.py``, is encoded once, and goes into the archive as it is: no parser or serialiser
comes between, whose releases could write it differently.
"""
