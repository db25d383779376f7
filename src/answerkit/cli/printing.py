"""The work of ``answerkit pdf``."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

from answerkit.cli.listener import Listener
from answerkit.cli.pdf import PdfFileOrder
from answerkit.cli.scanning import project_around
from answerkit.lanes.pdf import PdfOrder
from answerkit.lanes.pdf_file import PdfRequest, run_pdf
from answerkit.model.document import Edition


def run(order: PdfFileOrder) -> int:
    """Make the PDF and tell what became of it; gives the exit code.

    Raises:
        AnswerkitError: the order means nothing, or there is no LibreOffice.
    """
    here = Path.cwd()
    named = here / order.libreoffice if order.libreoffice else None
    request = PdfRequest(
        order.file,
        Edition(order.edition.value),
        PdfOrder(named, dict(os.environ)),
        project_around(order.project),
        order.confidential,
        order.force,
    )
    with Listener(order.output) as listener, closing(run_pdf(request)) as events:
        for event in events:
            listener.hear(event)
    return listener.tally.exit_code
