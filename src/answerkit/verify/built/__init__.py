"""The structure gate: what a built file may consist of, part by part."""

from answerkit.verify.built.facts import PublicFacts, read_public_facts
from answerkit.verify.built.gate import verify_built

__all__ = ["PublicFacts", "read_public_facts", "verify_built"]
