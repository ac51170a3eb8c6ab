"""Answers questions about versions and the like with the `packaging` library: JSON from stdin, JSON to stdout."""

import importlib
import json
import re
import sys
import urllib.parse


def find():
    """The newest of the copies that a Python installation has."""
    copies = []
    for root in ("packaging", "pip._vendor.packaging"):
        try:
            text = importlib.import_module(root).__version__
        except Exception:
            continue
        copies.append(([int(part) for part in re.findall(r"\d+", text)[:2]], root))
    return max(copies, default=([0], None))


release, root = find()
# Older ones give texts in markers an order, know legacy versions, and differ in much else.
if release < [26, 0]:
    found = ".".join(map(str, release)) if root else "none"
    json.dump({"missing": f"python3 has no packaging 26.0 or newer, but {found}"}, sys.stdout)
    sys.exit()

licenses, markers, metadata, requirements, specifiers, tags, utils, version = (
    importlib.import_module(f"{root}.{name}")
    for name in ("licenses", "markers", "metadata", "requirements", "specifiers", "tags", "utils", "version")
)


def attempt(work, *arguments):
    try:
        return work(*arguments)
    except Exception:
        return None


def ranks(texts):
    """Place of each version in ascending order, equal for equal ones."""
    parsed = {text: version.Version(text) for text in texts}
    places = {}
    last, place = None, -1
    for text in sorted(parsed, key=parsed.get):
        place += last is None or parsed[text] != last
        places[text], last = place, parsed[text]
    return places


def requirement(text):
    found = requirements.Requirement(text)
    return {
        "project": utils.canonicalize_name(found.name),
        "extras": sorted({utils.canonicalize_name(extra) for extra in found.extras}),
        "specifiers": len(found.specifier),
        "url": found.url,
        "hasMarker": found.marker is not None,
    }


def filename(text):
    project, parsed, build, tagset = utils.parse_wheel_filename(text)
    return {"project": project, "version": str(parsed), "build": list(build), "tags": sorted(map(str, tagset))}


def contains(text, candidate):
    return specifiers.Specifier(text).contains(version.Version(candidate), prereleases=True)


def pypy(minor, platforms):
    found = list(tags.generic_tags(f"pp3{minor}", [f"pypy3{minor}_pp73"], platforms))
    found += tags.compatible_tags((3, minor), "pp3", platforms)
    return list(map(str, found))


def supported(minor, threaded, platforms):
    abi = f"cp3{minor}{'t' if threaded else ''}"
    found = list(tags.cpython_tags((3, minor), [abi], platforms))
    found += tags.compatible_tags((3, minor), f"cp3{minor}", platforms)
    return list(map(str, found))


def field(name, value):
    head = "Metadata-Version: 2.5\nName: demo\nVersion: 1.0\n"
    metadata.Metadata.from_email(f"{head}{name}: {value}\n")
    return True


questions = json.load(sys.stdin)
answers = {"release": release}
for kind, work in (
    ("normal", lambda text: str(version.Version(text))),
    ("public", lambda text: version.Version(text).public),
    ("specifier", lambda text: specifiers.Specifier(text) and True),
    ("contains", contains),
    ("requirement", requirement),
    ("marker", lambda text, environment: markers.Marker(text).evaluate(environment)),
    ("filename", filename),
    ("license", lambda text: licenses.canonicalize_license_expression(text) and True),
    ("field", field),
    ("ranks", ranks),
    ("pypy", pypy),
    ("supported", supported),
    ("url", urllib.parse.quote),
    ("mac", lambda major, minor, arch: list(tags.mac_platforms((major, minor), arch))),
):
    answers[kind] = [attempt(work, *arguments) for arguments in questions.get(kind, [])]
json.dump(answers, sys.stdout)
