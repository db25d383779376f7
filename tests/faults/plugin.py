"""For the pytest of ``test_seeds``: each test that a seed names runs with that fault in the program."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from faults.seeds import SEEDS, sown

failed: dict[str, bool] = {}


def seed_of(nodeid: str) -> str | None:
    return next((name for name, seed in SEEDS.items() if nodeid.startswith(seed.test)), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items[:] = [item for item in items if seed_of(item.nodeid)]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    name = seed_of(item.nodeid)
    assert name
    failed.setdefault(name, False)
    if not failed[name]:  # once it is caught, it is caught
        with sown(SEEDS[name]):
            try:
                yield
            except BaseException:
                failed[name] = True
                raise
    else:
        pytest.skip("caught")
    return None


def pytest_sessionfinish() -> None:
    Path(os.environ["ANSWERKIT_TEST_FAULTS"]).write_text(json.dumps(failed), encoding="utf-8")
