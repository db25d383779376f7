"""The import contracts cover the whole house, so that a new room cannot stand outside them."""

import tomllib

from project.loading import PROJECT

PACKAGE = PROJECT / "src" / "answerkit"
RULES = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
ROOMS = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
STARTERS = {"__init__", "__main__"}


def test_the_layers_are_exhaustive_and_name_every_room() -> None:
    layers = next(rule for rule in RULES["contracts"] if rule["type"] == "layers" and rule.get("exhaustive"))
    named = {room.strip() for layer in layers["layers"] for room in layer.split("|")}
    ignored = set(layers.get("exhaustive_ignores", ()))
    assert layers["containers"] == ["answerkit"]
    assert ignored <= STARTERS
    assert named | ignored == ROOMS - {"__init__"}


def test_the_public_lane_is_kept_from_what_is_confidential() -> None:
    kept = {
        target
        for rule in RULES["contracts"]
        if rule["type"] == "forbidden" and "answerkit.lanes.public" in rule["source_modules"]
        for target in rule["forbidden_modules"]
    }
    assert kept >= {"answerkit.load.overlay", "answerkit.model.overlay", "answerkit.compose.confidential"}
