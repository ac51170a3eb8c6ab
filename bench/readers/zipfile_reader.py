"""Reads METADATA, WHEEL, RECORD and the member list of every wheel below a folder, with the standard library."""

import json
import os
import resource
import sys
import time
import zipfile

WANTED = (".dist-info/METADATA", ".dist-info/WHEEL", ".dist-info/RECORD")


def read(path):
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        texts = [archive.read(name).decode() for name in names if name.endswith(WANTED)]
    return sum(not name.endswith("/") for name in names), len(texts) == len(WANTED)


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
