"""The content gate, as each public file passes it: before it is written, and again while it lies there."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from functools import cached_property

from answerkit.lanes.clearance import Clearance
from answerkit.lanes.extracted import extracted
from answerkit.lanes.outcome import LaneResult
from answerkit.lanes.project import PublicPaths
from answerkit.lanes.telling import learn
from answerkit.model.finding import Finding
from answerkit.model.problem import Problem, Severity
from answerkit.model.result import Event, Note
from answerkit.verify.secrets.ordinary import read_lists

_WHAT_TO_DO = (
    "den offentlige fil er ikke skrevet: slet det fortrolige de steder i content/public, templates og "
    "answerkit.toml, der er vist. En sætning, der må stå begge steder, skrives med sin grund under shared i "
    "watchlist.yaml; et navn eller et nummer kan ikke deles sådan"
)


class ContentGate:
    """Holds one public file after the other against what the confidential root says.

    Args:
        paths: the project.
        lane: results of the confidential lane that tells what is secret, which are taken from here on.
    """

    def __init__(self, paths: PublicPaths, lane: Iterator[LaneResult]) -> None:
        self._paths = paths
        self._lane = lane
        self._searched = 0
        self._led_to_sources = False
        self._advised = False

    @cached_property
    def clearance(self) -> Clearance:
        """What is secret; made when first asked for.

        Raises:
            WorkerFault: the lane broke down before it had told all.
        """
        known = learn(self._lane)
        return Clearance(known.secrets, known.problems)

    def prepare(self) -> None:
        """Get ready while the lane still reads, then learn what is secret."""
        read_lists()
        _ = self.clearance.matcher

    def rest(self) -> Iterator[LaneResult]:
        """The lane's results behind what it tells."""
        _ = self.clearance
        yield from self._lane

    def verdict(self, data: bytes, name: str) -> Iterator[Problem | Finding | Note]:
        """What there is to say of a file; an error among it forbids to publish the file.

        The first time that something secret is found, the places in the sources where it stands are told too.

        Args:
            data: the file.
            name: how messages call it.
        """
        self._searched += 1
        yield from self.clearance.problems
        read = extracted(name, data)
        matcher = self.clearance.matcher
        found = matcher.find(name, read.pieces, self._searched)
        yield from found
        yield from matcher.hide_names((*self.clearance.doubts(name), *read.findings), self._searched)
        if found and not self._led_to_sources:
            self._led_to_sources = True
            yield from self._sources()
        if any(item.severity is Severity.ERROR for item in found) and not self._advised:
            self._advised = True
            yield Note(_WHAT_TO_DO)

    def discreet(self, events: Generator[Event]) -> Generator[Event]:
        """A build's events, with numbers for names of files that are themselves secret.

        What stands in the way of a build is told with its source line, and a file that is not built is not
        searched. So where a problem quotes a public file, the sources are searched as well, at the end: what
        is found there takes the source lines along.
        """
        quoted = False
        with closing(events):
            for event in events:
                if isinstance(event, Problem):
                    quoted = quoted or bool(event.detail or event.excerpt)
                    yield self.clearance.told(event)
                else:
                    yield event
        if quoted and not self._led_to_sources:
            yield from self._sources()

    def _sources(self) -> Iterator[Problem | Finding]:
        from answerkit.lanes.sources import search_sources  # noqa: PLC0415 - most builds find nothing

        return search_sources(self._paths, self.clearance)

    def shown(self, name: str) -> str:
        """The name of the file looked at last, with a number in place of what is secret in it."""
        return self.clearance.matcher.shown(name, self._searched)
