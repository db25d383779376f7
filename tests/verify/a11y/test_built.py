"""What answerkit builds can be read by everybody."""

from collections.abc import Callable

import pytest

from answerkit.model.document import Document
from answerkit.verify.a11y.gate import verify_accessible
from render.samples import RENDERER
from render.torture import confidential_torture, torture


@pytest.mark.parametrize("make", [torture, confidential_torture])
def test_a_built_file_is_accessible(make: Callable[[], Document]) -> None:
    found = verify_accessible(RENDERER.render(make()), name="f.docx")
    assert [(item.code, item.part, item.place) for item in found] == []
