"""Reads every member of every wheel below a folder and compares its sha256 with RECORD, with the standard library."""

import base64
import csv
import hashlib
import json
import os
import resource
import sys
import time
import zipfile

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


def main(folder):
    start, user = time.perf_counter(), os.times().user
    wheels = members = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            if name.endswith(".whl"):
                files, whole = read(os.path.join(parent, name))
                members += files
                wheels += whole
    seconds, user = time.perf_counter() - start, os.times().user - user
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    reading = {"seconds": seconds, "userSeconds": user, "wheels": wheels, "members": members, "peakBytes": peak}
    print(json.dumps(reading))


main(sys.argv[1])
