"""Reads lock files with Python's own means: JSON from stdin, JSON to stdout."""

import json
import os
import sys
import tomllib


def pylock(text):
    """Name, version, file name and sha256 of every wheel; null where it is not TOML, nothing where a key is missing."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None
    try:
        return [
            [package["name"], package["version"], wheel["name"], wheel["hashes"]["sha256"]]
            for package in table["packages"]
            for wheel in package["wheels"]
        ]
    except KeyError:
        return []


def requirements(path):
    """File, line, name, version and hashes of every pinned requirement; null where pip refuses the file."""
    from pip._internal.req.req_file import parse_requirements
    from pip._vendor.packaging.requirements import Requirement
    from pip._vendor.packaging.version import Version

    found = []
    try:
        for parsed in parse_requirements(path, session=None):
            if parsed.constraint or parsed.is_editable:
                continue
            requirement = Requirement(parsed.requirement)
            clauses = list(requirement.specifier)
            for clause in clauses:
                # Copies of the library up to 21 take any text for a version.
                Version(clause.version.removesuffix(".*"))
            if requirement.url or len(clauses) != 1 or clauses[0].operator not in ("==", "==="):
                continue
            if clauses[0].version.endswith(".*"):
                continue
            place, line = parsed.comes_from.removeprefix("-r ").removesuffix(")").rsplit(" (line ", 1)
            hashes = (parsed.options or {}).get("hashes") or {}
            kinds = set(hashes)
            sha256s = hashes["sha256"] if kinds == {"sha256"} else []
            found.append([os.path.basename(place), int(line), requirement.name, clauses[0].version, sha256s])
    except BaseException:
        return None
    return found


def version():
    try:
        from pip._internal.req.req_file import parse_requirements  # noqa: F401
        import pip
    except Exception as error:
        return {"missing": f"python3 has no pip: {error}"}
    return {"pip": pip.__version__}


question = json.load(sys.stdin)
sys.stderr = open(os.devnull, "w")
answer = {
    **version(),
    "pylock": [pylock(text) for text in question.get("pylock", [])],
    "requirements": [requirements(path) for path in question.get("requirements", [])],
}
json.dump(answer, sys.stdout)
