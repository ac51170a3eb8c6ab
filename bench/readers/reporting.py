"""Times a reader over the wheels below a folder, and prints its reading as `report.ts` does."""

import json
import os
import resource
import sys
import time


def report(read):
    """`read(path)` says how many files a wheel has, and whether all of it could be read."""
    start, user = time.perf_counter(), os.times().user
    wheels = members = 0
    for parent, _, names in os.walk(sys.argv[1]):
        for name in names:
            if name.endswith(".whl"):
                files, whole = read(os.path.join(parent, name))
                members += files
                wheels += whole
    seconds, user = time.perf_counter() - start, os.times().user - user
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    reading = {"seconds": seconds, "userSeconds": user, "wheels": wheels, "members": members, "peakBytes": peak}
    print(json.dumps(reading))
