"""PDF, compound files, pictures and archives, written by hand."""

import struct
import tarfile
import zlib
from collections.abc import Mapping, Sequence
from io import BytesIO
from itertools import pairwise

from verify.foreign.packages import PROSE


def pdf(
    text: str = PROSE,
    extra: Sequence[bytes] = (),
    catalog: bytes = b"",
    info: bytes = b"",
    *,
    drawing: bytes | None = None,
) -> bytes:
    """A PDF of one page; ``extra`` are objects from number 7 on, the others go into dictionaries.

    ``drawing`` is what the page draws instead of the text.
    """
    shown = b"BT /F1 12 Tf 72 720 Td (" + escaped(text) + b") Tj ET"
    fonts = b" /Resources << /Font << /F1 5 0 R >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R " + catalog + b" >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R" + fonts + b" >>",
        stream(shown if drawing is None else drawing),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title (Svar) " + info + b" >>",
        *extra,
    ]
    return with_table(b"%PDF-1.7\n", objects, 1)


def with_table(head: bytes, objects: Sequence[bytes], first: int) -> bytes:
    """The file so far, with objects, their table and the end."""
    data, offsets = bytearray(head), []
    for number, item in enumerate(objects, first):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    start = len(data)
    data += b"xref\n0 1\n0000000000 65535 f \n%d %d\n" % (first, len(objects))
    data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    data += b"trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\n" % (first + len(objects))
    return bytes(data) + b"startxref\n%d\n%%%%EOF\n" % start


def updated(file: bytes, number: int, item: bytes) -> bytes:
    """The file with an object superseded by an incremental update."""
    start = file.rindex(b"startxref\n") + 10
    previous = int(file[start : file.index(b"\n", start)])
    whole = with_table(file, [item], number)
    end = whole.rindex(b" >>\nstartxref")
    return whole[:end] + b" /Prev %d" % previous + whole[end:]


def stream(data: bytes, entries: bytes = b"", *, packed: bool = True) -> bytes:
    """A stream object."""
    if packed:
        data, entries = zlib.compress(data), entries + b" /Filter /FlateDecode"
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def string(text: str) -> bytes:
    """A text string in UTF-16."""
    return b"<" + (b"\xfe\xff" + text.encode("utf-16-be")).hex().encode() + b">"


SECTOR = 512
FREE, LAST, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(streams: Mapping[str, bytes], slack: bytes = b"") -> bytes:
    """A compound file with streams, some in storages (``Macros/VBA/dir``), all in whole sectors.

    Source: MS-CFB 2.2 (header), 2.3 (FAT), 2.6 (directory). ``slack`` goes into a sector that nothing uses.
    """
    entries: list[list[object]] = [["Root Entry", 5, FREE, LAST, 0]]
    folders: dict[str, list[int]] = {"": []}
    sectors: list[bytes] = []
    chains: list[int] = []
    for path, data in streams.items():
        *above, name = path.split("/")
        for depth in range(len(above)):
            folder = "/".join(above[: depth + 1])
            if folder not in folders:
                folders[folder] = []
                folders["/".join(above[:depth])].append(len(entries))
                entries.append([above[depth], 1, folder, LAST, 0])
        folders["/".join(above)].append(len(entries))
        whole = data.ljust(4096, b"\x00")
        pieces = [whole[at : at + SECTOR].ljust(SECTOR, b"\x00") for at in range(0, len(whole), SECTOR)]
        entries.append([name, 2, FREE, len(sectors), len(whole)])
        chains += [*range(len(sectors) + 1, len(sectors) + len(pieces)), LAST]
        sectors += pieces
    directory, count = _directory(entries, folders), len(sectors)
    pieces = [directory[at : at + SECTOR] for at in range(0, len(directory), SECTOR)]
    chains += [*range(count + 1, count + len(pieces)), LAST]
    sectors += pieces
    if slack:
        sectors.append(slack.ljust(SECTOR, b"\x00")[:SECTOR])
        chains.append(FREE)
    chains.append(TABLE)
    sectors.append(struct.pack("<128L", *chains, *[FREE] * (128 - len(chains))))
    header = struct.pack(
        "<8s16x5H6x9L", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, count, 0, 4096,
        LAST, 0, LAST, 0,
    ) + struct.pack("<109L", len(sectors) - 1, *[FREE] * 108)  # fmt: skip
    return header + b"".join(sectors)


def _directory(entries: list[list[object]], folders: Mapping[str, list[int]]) -> bytes:
    """Each folder's children hang on each other's right side."""
    right = {child: after for children in folders.values() for child, after in pairwise(children)}
    data = b""
    for number, (name, kind, folder, start, size) in enumerate(entries):
        path = "" if number == 0 else folder
        children = folders.get(str(path), []) if kind != 2 else []
        words = f"{name}\0".encode("utf-16-le")
        data += struct.pack(
            "<64sHBB3L36xLQ", words, len(words), kind, 1, FREE, right.get(number, FREE),
            children[0] if children else FREE, start, size,
        )  # fmt: skip
    empty = struct.pack("<64xHBB3L36xLQ", 0, 0, 0, FREE, FREE, FREE, 0, 0)
    return data + empty * (-(len(data) // 128) % 4)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))


def png(*chunks: bytes, trailer: bytes = b"", pixels: bytes = b"") -> bytes:
    """A picture of one grey pixel."""
    head = chunk(b"IHDR", struct.pack(">2L5B", 1, 1, 8, 0, 0, 0, 0))
    drawn = chunk(b"IDAT", zlib.compress(b"\x00\x80") + pixels)
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + drawn + chunk(b"IEND", b"") + trailer


def segment(marker: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


def jpeg(*segments: bytes, trailer: bytes = b"") -> bytes:
    """The frame of a photograph, with no more pixels than a reader of metadata asks for."""
    frame = segment(0xC0, struct.pack(">BHHB3B", 8, 1, 1, 1, 1, 0x11, 0))
    scan = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x7f\xff\x00\x12"
    return b"\xff\xd8" + b"".join(segments) + frame + scan + b"\xff\xd9" + trailer


def exif(text: bytes, tag: int = 0x010E) -> bytes:
    """An EXIF segment with one string. Source: CIPA DC-008 (Exif 2.32), 4.5-4.6."""
    head = b"II*\x00\x08\x00\x00\x00" + struct.pack("<3HLLL", 1, tag, 2, len(text) + 1, 26, 0)
    return segment(0xE1, b"Exif\x00\x00" + head + text + b"\x00")


def gif(extension: bytes = b"", trailer: bytes = b"") -> bytes:
    """A picture of one pixel."""
    return (
        b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff" + extension
        + b"\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00\x3b" + trailer
    )  # fmt: skip


def webp(*chunks: tuple[bytes, bytes], trailer: bytes = b"") -> bytes:
    """A container with the smallest pixels."""
    body = b"WEBP"
    for kind, data in ((b"VP8L", b"\x2f\x00\x00\x00\x00\x88\x88\x08"), *chunks):
        body += kind + struct.pack("<L", len(data)) + data + b"\x00" * (len(data) % 2)
    return b"RIFF" + struct.pack("<L", len(body)) + body + trailer


def tiff(text: bytes) -> bytes:
    """A directory with one string."""
    return (
        b"II*\x00\x08\x00\x00\x00"
        + struct.pack("<3HLLL", 1, 0x010E, 2, len(text) + 1, 26, 0)
        + text
        + b"\x00"
    )


def tar(entries: Mapping[str, bytes], **fields: str) -> bytes:
    """A tar archive; ``fields`` are those of each entry, e.g. ``uname``."""
    target = BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        for name, data in entries.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            for field, value in fields.items():
                setattr(entry, field, value)
            archive.addfile(entry, BytesIO(data))
    return target.getvalue()
