"""A package of python-docx as a zip file that is the same, byte for byte, on every machine."""

import io
import zipfile
from collections.abc import Iterable, Mapping

from docx.opc.constants import CONTENT_TYPE, NAMESPACE
from docx.opc.package import OpcPackage
from docx.opc.part import Part
from docx.opc.rel import Relationships

from answerkit.render.markup import document, element, fragment

CONTENT_TYPES = "[Content_Types].xml"
"""Name of the entry that tells each part's type; it stands first."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_REGULAR_FILE = 0o100600 << 16
_DEFAULTS = {"png": CONTENT_TYPE.PNG, "rels": CONTENT_TYPE.OPC_RELATIONSHIPS, "svg": "image/svg+xml"}


def pack(package: OpcPackage) -> bytes:
    """The package's parts and relationships as a zip file: sorted, stored, undated."""
    parts = sorted(package.iter_parts(), key=lambda part: part.partname)
    entries = {part.partname.membername: part.blob for part in parts}
    entries |= {part.partname.rels_uri.membername: _relationships(part.rels) for part in parts if part.rels}
    entries["_rels/.rels"] = _relationships(package.rels)
    return write_archive({CONTENT_TYPES: _content_types(parts), **dict(sorted(entries.items()))})


def write_archive(entries: Mapping[str, bytes]) -> bytes:
    """A zip file with the entries in the order given, none of them compressed.

    Implementations of deflate differ between machines, so compressed bytes would; times, attributes and the
    making system are fixed for the same reason.

    Source: ECMA-376-2 (Open Packaging Conventions), Annex C: stored and deflated are both allowed.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in entries.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = _UNIX
            entry.external_attr = _REGULAR_FILE
            archive.writestr(entry, data)
    return buffer.getvalue()


def _content_types(parts: Iterable[Part]) -> bytes:
    parts = tuple(parts)
    defaults = {"rels"} | {part.partname.ext for part in parts} & _DEFAULTS.keys()
    rows = [element("Default", {"Extension": ext, "ContentType": _DEFAULTS[ext]}) for ext in sorted(defaults)]
    rows += [
        element("Override", {"PartName": part.partname, "ContentType": part.content_type})
        for part in parts
        if part.partname.ext not in _DEFAULTS
    ]
    return document(element("Types", {"xmlns": NAMESPACE.OPC_CONTENT_TYPES}, fragment(rows)))


def _relationships(relationships: Relationships) -> bytes:
    rows = []
    for identifier, relationship in relationships.items():
        attributes = {"Id": identifier, "Type": relationship.reltype, "Target": relationship.target_ref}
        mode = {"TargetMode": "External"} if relationship.is_external else {}
        rows.append(element("Relationship", attributes | mode))
    return document(element("Relationships", {"xmlns": NAMESPACE.OPC_RELATIONSHIPS}, fragment(rows)))
