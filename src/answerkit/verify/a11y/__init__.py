"""Whether a Word file can be read by everybody: with a screen reader, with weak eyes, from the keyboard.

Source: WCAG 2.1 AA and EN 301 549, chapter 10 (non-web documents), as far as a program can judge them.
"""
