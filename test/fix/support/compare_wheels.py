"""Compares wheels before and after a fix, with nothing but Python's zipfile: pairs of paths as JSON on standard input."""

import base64
import csv
import hashlib
import io
import json
import struct
import sys
import zipfile


def raw(archive, info):
    """The compressed bytes of a member, and the flags and sizes of its local header."""
    file = archive.fp
    file.seek(info.header_offset)
    header = struct.unpack("<4s2B4HL2L2H", file.read(30))
    file.read(header[10] + header[11])
    return file.read(info.compress_size), header[3], (header[7], header[8], header[9])


def attributes(info):
    return [
        info.date_time,
        info.external_attr,
        info.internal_attr,
        info.create_system,
        info.compress_type,
        info.extra.hex(),
    ]


def record_problems(archive):
    """What RECORD says that is not so, or does not say."""
    names = [name for name in archive.namelist() if not name.endswith("/")]
    record = next((name for name in names if name.endswith(".dist-info/RECORD")), None)
    if record is None:
        return ["no RECORD"]
    problems = []
    listed = set()
    for row in csv.reader(io.TextIOWrapper(archive.open(record), "utf-8", newline="")):
        if not row:
            continue
        path, digest, size = (row + ["", ""])[:3]
        listed.add(path)
        if path == record:
            continue
        if path not in names:
            problems.append(f"not there: {path}")
            continue
        content = archive.read(path)
        algorithm, _, expected = digest.partition("=")
        found = base64.urlsafe_b64encode(hashlib.new(algorithm or "sha256", content).digest()).rstrip(b"=").decode()
        if found != expected or str(len(content)) != size:
            problems.append(f"wrong: {path}")
    unlisted = [name for name in names if name not in listed and not name.endswith(("/RECORD.jws", "/RECORD.p7s"))]
    return problems + [f"not listed: {name}" for name in unlisted]


def compare(pair):
    with zipfile.ZipFile(pair["before"]) as before, zipfile.ZipFile(pair["after"]) as after:
        old = {info.filename: info for info in before.infolist()}
        result = {"damaged": after.testzip(), "record": record_problems(after), "kept": [], "changed": [], "faults": []}
        for info in after.infolist():
            data, flags, sizes = raw(after, info)
            if flags & 8 or sizes != (info.CRC, info.compress_size, info.file_size):
                result["faults"].append(f"local header of {info.filename}")
            name = info.filename
            for new, former in pair["folders"].items():
                if name.startswith(new + "/"):
                    name = former + name[len(new):]
            source = old.get(name)
            if source is None:
                result["changed"].append(info.filename)
                continue
            if attributes(source) != attributes(info):
                result["faults"].append(f"attributes of {info.filename}")
            is_kept = raw(before, source)[0] == data
            result["kept" if is_kept else "changed"].append(info.filename)
        order = [name for name in old]
        places = [order.index(name) for name in order if name in set(after.namelist())]
        if places != sorted(places):
            result["faults"].append("order")
        return result


print(json.dumps([compare(pair) for pair in json.load(sys.stdin)]))
