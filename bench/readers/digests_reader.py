"""Reads every member of every wheel below a folder and compares its sha256 with RECORD, with the standard library."""

import base64
import csv
import hashlib
import zipfile

from reporting import report

CHUNK = 256 * 1024


def digest(archive, name):
    hashing = hashlib.sha256()
    with archive.open(name) as member:
        while chunk := member.read(CHUNK):
            hashing.update(chunk)
    return base64.urlsafe_b64encode(hashing.digest()).decode().rstrip("=")


def read(path):
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        record = next(name for name in names if name.endswith(".dist-info/RECORD"))
        rows = {row[0]: row[1] for row in csv.reader(archive.read(record).decode().splitlines())}
        equal = sum("sha256=" + digest(archive, name) == rows.get(name) for name in names if name != record)
    return len(names), equal == len(names) - 1


report(read)
