"""Faults as somebody could make them in our own code, each with the test that must notice."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import reduce
from importlib import import_module
from textwrap import dedent
from types import CodeType, FunctionType
from typing import Any


@dataclass(frozen=True)
class Seed:
    """A fault.

    Attributes:
        place: ``module:function`` or ``module:Class.method`` in answerkit.
        old, new: the text of the function that is replaced.
        test: the test that must fail, with or without its parameters.
    """

    place: str
    old: str
    new: str
    test: str


SEEDS = {
    # --- the wall
    "no wall": Seed(
        "isolate.child:_prepare",
        "if task.wall is not None:",
        "if False:",
        "tests/isolate/test_worker.py::test_no_work_is_done_when_the_wall_does_not_stand",
    ),
    "environment not scrubbed": Seed(
        "isolate.child:_prepare",
        "del os.environ[name]",
        "pass",
        "tests/isolate/test_child.py::test_where_there_is_no_limit_on_core_files",
    ),
    "descriptors left open": Seed(
        "isolate.forking:leave_parent",
        "os.close(descriptor)",
        "pass",
        "tests/isolate/test_worker.py::test_a_child_has_its_pipes_and_no_other_descriptor[forked]",
    ),
    "core files allowed": Seed(
        "isolate.child:_prepare",
        "setrlimit(RLIMIT_CORE, (0, 0))",
        "pass",
        "tests/isolate/test_worker.py::test_a_child_leaves_no_core_file_and_no_handler[forked]",
    ),
    "a child may print": Seed(
        "isolate.processes:fall_silent",
        "os.dup2(null, descriptor)",
        "pass",
        "tests/isolate/test_worker.py::test_a_child_prints_nothing[forked]",
    ),
    "the project lies in a library folder": Seed(
        "isolate.wall:trees",
        "if not any(path.startswith(folder + os.sep) for path in wanted)",
        "",
        "tests/isolate/test_wall.py::test_a_library_folder_that_holds_the_project_is_not_granted",
    ),
    "the tripwire lets writing through": Seed(
        "isolate.tripwire:Guard._may_open",
        "not flags & _WRITING and ",
        "",
        "tests/isolate/test_tripwire.py::test_all_else_is_refused",
    ),
    "no limit to a message": Seed(
        "isolate.frames:write",
        "if len(data) > LIMIT:",
        "if False:",
        "tests/isolate/test_frames.py::test_a_message_too_large_is_not_sent",
    ),
    "a hanging child is waited for": Seed(
        "isolate.child:_timely",
        "_set_alarm(PATIENCE)",
        "pass",
        "tests/isolate/test_child.py::test_each_result_has_its_own_time",
    ),
    "a worker has what its parent read": Seed(
        "isolate.forkserver:fork",
        "if _running else None",
        "if False else None",
        "tests/isolate/test_forkserver.py::test_a_worker_has_nothing_that_its_parent_read_since",
    ),
    "a confidential edition without its marks": Seed(
        "verify.built.titles:mark_faults",
        " or DRAWN not in content.package.texts[PAGE_HEADER]",
        " and False",
        "tests/verify/built/test_clean.py::test_a_confidential_edition_bears_its_marks",
    ),
    "a rejected file is published": Seed(
        "lanes.desk:Desk._passes",
        "return not rejected",
        "return True",
        "tests/lanes/test_build.py::test_a_rejected_file_is_not_written",
    ),
    "patterns do not stop a build": Seed(
        "lanes.edition_gate:EditionGate.word_rejections",
        " or tuple(self._unfit(data, name))",
        "",
        "tests/cli/test_secrecy.py::test_a_cpr_number_in_a_public_block_stops_the_file",
    ),
    "the weaker wall is taken for the stronger": Seed(
        "lanes.build:build",
        "if request.require_isolation and",
        "if False and",
        "tests/cli/test_check.py::test_a_build_may_ask_for_the_stronger_wall",
    ),
    # --- the gates
    "the structure gate is clean": Seed(
        "verify.built.gate:verify_built",
        "set(_faults(data, title, reference, public, marked=marked))",
        "set()",
        "tests/lanes/test_check.py::test_a_file_that_no_build_made",
    ),
    "the content gate is clean": Seed(
        "verify.match.matcher:Matcher.find",
        "return tuple(",
        "return () and tuple(",
        "tests/lanes/test_content_gate.py::test_a_planted_name_is_stopped_and_the_place_shown",
    ),
    "a gate that finds does not stop": Seed(
        "lanes.desk:Desk._stopped",
        "return True",
        "return False",
        "tests/lanes/test_content_gate.py::test_the_old_file_stays_as_it_was",
    ),
    "what was kept is not looked at": Seed(
        "lanes.desk:Desk._stopped",
        "if gate is None:",
        "if gate is None or True:",
        "tests/lanes/test_content_gate.py::test_a_file_that_is_kept_is_looked_at_as_well",
    ),
    "a tree that cannot be read clears": Seed(
        "lanes.clearance:Clearance.doubts",
        "return (doubt,) if self.problems else ()",
        "return ()",
        "tests/lanes/test_release.py::test_half_a_clearance_is_none",
    ),
    "no search for patterns": Seed(
        "lanes.scan:Scanner.scan",
        "*search_patterns(name, pieces, self.policy, self.witness)",
        "",
        "tests/lanes/test_check.py::test_a_personal_number_needs_no_confidential_tree",
    ),
    "parts inside of parts are skipped": Seed(
        "verify.extract.read:_Reading._descend",
        "self.read(part, source, depth)",
        "pass",
        "tests/verify/extract/test_places.py::test_it_is_found_in_every_place",
    ),
    "what cannot be read is swallowed": Seed(
        "verify.extract.read:_located",
        "yield Flaw(error.rule if isinstance(error, UnreadableError) else Rule.U102)",
        "pass",
        "tests/verify/extract/test_unreadable.py::test_it_is_a_finding",
    ),
    "the confidential tree may be missing": Seed(
        "lanes.release:release",
        "if not request.root.is_dir():",
        "if False:",
        "tests/lanes/test_release.py::test_without_clearance_nothing_leaves",
    ),
    "what is not clean leaves": Seed(
        "lanes.release:release",
        "if all(item.severity is Severity.WARNING for item in said):",
        "if said is not None:",
        "tests/lanes/test_release.py::test_a_file_that_is_not_clean_stays",
    ),
    "warnings and errors alike": Seed(
        "report.tally:Tally.exit_code",
        "item.severity is Severity.ERROR",
        "item.severity is Severity.WARNING",
        "tests/report/test_text.py::test_the_exit_code",
    ),
    # --- the proof
    "other bytes are the same": Seed(
        "lanes.proof:_differences",
        "elif found[name] != first[name]:",
        "elif False:",
        "tests/lanes/test_proof.py::test_a_leak_turns_it_red[presence",
    ),
    "canaries are not seen": Seed(
        "lanes.traces:Traces.found",
        "letters = ",
        'data = b""; letters = ',
        "tests/lanes/test_proof.py::test_a_leak_turns_it_red[forgotten",
    ),
    "nobody looks what was left": Seed(
        "lanes.proof:_left_behind",
        "if trial.copy.left() != trial.before:",
        "if False:",
        "tests/lanes/test_proof.py::test_a_leak_turns_it_red[cache_in_home",
    ),
    "a cache that trusts what is gone": Seed(
        "lanes.fingerprint:Fingerprints.of",
        "if not all(digest for _, digest in lines):",
        "if False:",
        "tests/lanes/test_fingerprint.py::test_a_file_that_is_gone_leaves_no_fingerprint",
    ),
    # --- reading
    "no classification is public": Seed(
        "load.shelf:check_classification",
        "_CLASSIFICATION, None)",
        "_CLASSIFICATION, None) or expected",
        "tests/load/test_halting.py::test_a_file_without_classification_halts",
    ),
    "links in the content are followed": Seed(
        "load.files:_kind",
        "entry.is_symlink() or ",
        "",
        "tests/load/test_halting.py::test_a_link_halts_wherever_it_stands",
    ),
    # --- saying
    "nothing is taken out of what is printed": Seed(
        "report.text:plain",
        'if char.isprintable() or char in _KEPT_SPACES else "\\ufffd"',
        "",
        "tests/report/test_text.py::test_what_could_steer_a_terminal_is_marked",
    ),
    "a fault is told with its text": Seed(
        "cli.edge:fault_lines",
        "{type(fault).__name__}",
        "{fault}",
        "tests/cli/test_build.py::test_a_fault_tells_its_type_and_place_and_no_more",
    ),
    "a confidential file is told at length": Seed(
        "model.result:FileResult.__post_init__",
        "if self.edition is Edition.CONFIDENTIAL",
        "if False",
        "tests/report/test_text.py::test_a_confidential_result_cannot_hold_more_than_path_and_status",
    ),
    # --- writing
    "written over in place": Seed(
        "publish.files:replace_file",
        "fresh.replace(path)\n            return None",
        "path.write_bytes(data)\n            fresh.unlink()\n            return None",
        "tests/publish/test_files.py::test_failure_leaves_everything_as_it_was",
    ),
    "confidential files for all": Seed(
        "publish.files:_write_new",
        "_PRIVATE_FILE if private else _SHARED_FILE",
        "_SHARED_FILE",
        "tests/publish/test_files.py::test_private_file_is_private_from_its_creation",
    ),
    "confidential folders for all": Seed(
        "publish.files:keep_private",
        "if POSIX_MODES:",
        "if False:",
        "tests/publish/test_files.py::test_private_folders_are_private_also_when_they_were_there",
    ),
    "somebody's work is written over": Seed(
        "publish.edition:_publish",
        "if edited and not force:",
        "if False:",
        "tests/publish/test_edition.py::test_an_edited_file_is_never_overwritten",
    ),
}


@contextmanager
def sown(seed: Seed) -> Iterator[None]:
    """The fault is in the program, for whoever has got hold of the function."""
    module, _, name = seed.place.partition(":")
    target: Any = reduce(getattr, name.split("."), import_module(f"answerkit.{module}"))
    function = inspect.unwrap(getattr(target, "fget", target))
    assert isinstance(function, FunctionType)
    sound = function.__code__
    function.__code__ = _spoilt(function, seed)
    try:
        yield
    finally:
        function.__code__ = sound


def _spoilt(function: FunctionType, seed: Seed) -> CodeType:
    source = dedent(inspect.getsource(function))
    assert source.count(seed.old) >= 1, f"{seed.place} is no longer as its seed says"
    made = compile(
        source.replace(seed.old, seed.new), function.__code__.co_filename, "exec", dont_inherit=True
    )
    (code,) = (
        item for item in made.co_consts if isinstance(item, CodeType) and item.co_name == function.__name__
    )
    return code
