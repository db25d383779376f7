"""Did-you-mean: the known name nearest to a misspelt one."""

from collections.abc import Iterable


def suggestion(name: str, known: Iterable[str]) -> str:
    """A hint in Danish that names the nearest known name, or an empty string when none is near.

    ``known`` must come from public files only: the hint repeats one of them.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only a failing build pays for it

    near = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    return f"mente du »{near[0]}«?" if near else ""
