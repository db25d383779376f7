"""Run a function in a child process that cannot read what it need not, and take its results from a pipe.

The way in is ``worker.start``. ``wall`` names what holds the child, ``landlock`` and ``tripwire`` build it,
``processes`` and ``forking`` make the child, ``child`` is what runs there, ``wire`` and ``frames`` are how
results come back, ``fault`` is what is said when they do not, ``measuring`` brings test coverage back.
``program`` runs a whole program instead of a function, for the proof.
"""
