"""Says of each archive which members Python cannot unpack, or finds to be others than RECORD says."""

import base64
import csv
import hashlib
import io
import json
import sys
import zipfile
import zlib


def check(data):
    damaged, mismatched = [], []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        record = next(name for name in names if name.endswith(".dist-info/RECORD"))
        rows = {row[0]: row[1] for row in csv.reader(archive.read(record).decode().splitlines())}
        for name in names:
            try:
                digest = hashlib.sha256(archive.read(name)).digest()
            except (zipfile.BadZipFile, zlib.error, EOFError):
                damaged.append(name)
                continue
            written = base64.urlsafe_b64encode(digest).decode().rstrip("=")
            if rows.get(name) and rows[name] != "sha256=" + written:
                mismatched.append(name)
    return {"damaged": damaged, "mismatched": mismatched}


json.dump([check(base64.b64decode(text)) for text in json.load(sys.stdin)], sys.stdout)
