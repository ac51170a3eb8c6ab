"""Reads headers and entry points with Python's standard library: JSON from stdin, JSON to stdout."""

import configparser
import email.parser
import email.policy
import importlib.metadata
import json
import re
import sys


class Parser(configparser.ConfigParser):
    optionxform = staticmethod(str)


def unfolded(value):
    lines = re.split(r"\r\n?|\n", value)
    return "\n".join(line.strip() for line in lines).strip()


def headers(text):
    message = email.parser.Parser(policy=email.policy.compat32).parsestr(text)
    cut = any("Separator" in type(defect).__name__ for defect in message.defects)
    return {"fields": [[name.lower(), unfolded(value)] for name, value in message.items()], "cut": cut}


def sectioned(text):
    """What importlib.metadata reads; nothing where it stops."""
    try:
        pairs = importlib.metadata.Sectioned.section_pairs(text)
        return [[section.name, section.value.name, section.value.value] for section in pairs]
    except TypeError:
        return None


def is_config(text):
    try:
        Parser(delimiters=("=",)).read_string(text)
        return True
    except configparser.Error:
        return False


def reference(text):
    match = importlib.metadata.EntryPoint.pattern.match(text)
    return match and [match.group("module"), match.group("attr")]


questions = json.load(sys.stdin)
answers = {
    "headers": [headers(text) for text in questions["headers"]],
    "entryPoints": [{"pairs": sectioned(text), "config": is_config(text)} for text in questions["entryPoints"]],
    "references": [reference(text) for text in questions["references"]],
}
json.dump(answers, sys.stdout)
