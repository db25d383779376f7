"""A composed edition becomes the bytes of one HTML file that needs nothing but a browser.

It holds what the Word file holds, in the same order: ``verify/page`` compares the two line by line. Pictures
stand in it as data, the style sheet is ``templates/edition.css``, and its content security policy forbids all
else: no script, no address that a browser would fetch.
"""
