"""Reads RECORDs as installers do: Python's csv over the lines of the text."""

import csv
import json
import sys

csv.field_size_limit(131_072)


def fields(row):
    """The fields of one line; None where a quote does not end in it or csv refuses it."""
    try:
        rows = list(csv.reader([row, "next"]))
    except csv.Error:
        return None
    return rows[0] if len(rows) == 2 else None


def compare(text, members):
    """What a row is missing for, what has no row, and what has another size."""
    rows = {row[0]: row for row in csv.reader(text.splitlines())}
    return {
        "missing": sorted(set(rows) - set(members)),
        "unlisted": sorted(set(members) - set(rows)),
        "resized": sorted(name for name, size in members.items() if name in rows and rows[name][2] not in ("", str(size))),
    }


questions = json.load(sys.stdin)
json.dump(
    {
        "fields": [fields(row) for row in questions["fields"]],
        "compare": [compare(*question) for question in questions["compare"]],
    },
    sys.stdout,
)
