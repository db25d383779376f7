"""Word files become PDF by LibreOffice, a program of its own that is found on the machine.

It works in a private folder that only its owner can read and that is gone afterwards, whatever happens; it
knows the files by numbers, so their names stand in no list of processes.
"""
