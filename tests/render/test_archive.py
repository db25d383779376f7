import io
import struct
import zipfile

from answerkit.render.archive import write_archive
from render.samples import RENDERER, everything

TINY = (
    b"PK\x03\x04\x14\x00\x00\x00\x00\x00\x00\x00!\x00C\xbe\xb7\xe8\x01\x00\x00\x00\x01\x00\x00\x00\x01\x00\x00\x00ba"
    b"PK\x01\x02\x14\x03\x14\x00\x00\x00\x00\x00\x00\x00!\x00C\xbe\xb7\xe8\x01\x00\x00\x00\x01\x00\x00\x00"
    b"\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x80\x81\x00\x00\x00\x00b"
    b"PK\x05\x06\x00\x00\x00\x00\x01\x00\x01\x00/\x00\x00\x00 \x00\x00\x00\x00\x00"
)


def test_every_byte_of_an_archive_is_known() -> None:
    assert write_archive({"b": b"a"}) == TINY


def test_entries_stand_in_the_order_given_and_as_they_are() -> None:
    entries = {"b": b"x" * 1000, "a/å.xml": b""}
    with zipfile.ZipFile(io.BytesIO(write_archive(entries))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == entries
        assert archive.namelist() == ["b", "a/å.xml"]


def test_a_document_is_a_canonical_archive() -> None:
    data = RENDERER.render(everything())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        assert archive.testzip() is None
        assert archive.comment == b""
    names = [entry.filename for entry in entries]
    assert names == ["[Content_Types].xml", *sorted(names[1:])]
    assert len(set(names)) == len(names)
    for entry in entries:
        assert entry.compress_type == zipfile.ZIP_STORED
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert (entry.create_system, entry.external_attr) == (3, 0o100600 << 16)
        assert (entry.extra, entry.comment, entry.flag_bits) == (b"", b"", 0)


def test_nothing_lies_between_entries_or_around_them() -> None:
    data = RENDERER.render(everything())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
    end = 0
    for entry in entries:
        assert entry.header_offset == end
        name_length, extra_length = struct.unpack_from("<HH", data, end + 26)
        end += 30 + name_length + extra_length + entry.compress_size
    end += sum(46 + len(entry.filename.encode()) for entry in entries)
    assert len(data) == end + 22
