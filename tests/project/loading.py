"""Imports the project's scripts, which stand in no package."""

import importlib.util
from pathlib import Path
from types import ModuleType

PROJECT = Path(__file__).resolve().parent.parent.parent


def load_script(path: str) -> ModuleType:
    """The module in the file at a path relative to the project."""
    spec = importlib.util.spec_from_file_location(Path(path).stem + "_script", PROJECT / path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
