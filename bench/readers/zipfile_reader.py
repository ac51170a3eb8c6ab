"""Reads METADATA, WHEEL, RECORD and the member list of every wheel below a folder, with the standard library."""

import zipfile

from reporting import report

WANTED = (".dist-info/METADATA", ".dist-info/WHEEL", ".dist-info/RECORD")


def read(path):
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        texts = [archive.read(name).decode() for name in names if name.endswith(WANTED)]
    return sum(not name.endswith("/") for name in names), len(texts) == len(WANTED)


report(read)
