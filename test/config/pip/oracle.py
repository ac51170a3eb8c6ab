"""Answers what pip and its parser make of configuration files: JSON from stdin, JSON to stdout."""

import base64
import configparser
import contextlib
import io
import json
import os
import sys

# Before it the name of a section ended at the first bracket; pip 26 needs it too.
if sys.version_info < (3, 10):
    json.dump({"missing": f"python3 is {sys.version.split()[0]}, older than 3.10"}, sys.stdout)
    sys.exit()

try:
    import pip
    from pip._internal import configuration
    from pip._internal.commands import create_command
    from pip._internal.index.collector import LinkCollector
    from pip._internal.models.format_control import FormatControl
    from pip._internal.utils import appdirs
except ImportError as error:
    json.dump({"missing": f"python3 has no pip that can be asked: {error}"}, sys.stdout)
    sys.exit()

usual_folders = appdirs.site_config_dirs


def ini(encoded):
    parser = configparser.RawConfigParser()
    parser.read_file(io.TextIOWrapper(io.BytesIO(base64.b64decode(encoded)), encoding="utf-8"))
    return {
        "defaults": list(parser.defaults().items()),
        "sections": [[name, list(parser.items(name))] for name in parser.sections()],
    }


def formats(uses):
    control = FormatControl(set(), set())
    for option, value in uses:
        pair = [control.only_binary, control.no_binary]
        control.handle_mutual_excludes(value, *(pair if option == "only-binary" else reversed(pair)))
    names = sorted({"six", "numpy", "foo-bar"})
    return {
        "only": sorted(control.only_binary),
        "no": sorted(control.no_binary),
        "allowed": [
            ["binary" in control.get_allowed_formats(name), "source" in control.get_allowed_formats(name)]
            for name in names
        ],
    }


def enter(machine):
    """Makes the process see another machine, with an /etc of its own."""
    os.environ.clear()
    os.environ.update(machine["environment"])
    os.chdir(machine["workingDirectory"])
    sys.prefix = machine["environment"].get("VIRTUAL_ENV", "/nowhere")
    appdirs.site_config_dirs = lambda name: [
        machine["root"] + folder if folder.startswith("/etc") else folder for folder in usual_folders(name)
    ]


def dictionary(machine):
    enter(machine)
    loaded = configuration.Configuration(isolated=False, load_only=None)
    loaded.load()
    merged = {}
    for key, value in loaded.items():
        # Since 26 there is a dictionary for each file.
        merged.update(value if isinstance(value, dict) else {key: value})
    return sorted(merged.items())


def options(machine, name):
    enter(machine)
    found, _ = create_command(name).parse_args([])
    scope = LinkCollector.create(None, found).search_scope
    return {
        "findLinks": found.find_links,
        "links": [os.path.abspath(link) if os.path.exists(link) else link for link in scope.find_links],
        "indexUrl": found.index_url,
        "extraIndexUrls": found.extra_index_urls,
        "indexes": list(dict.fromkeys(scope.index_urls)),
        "noIndex": bool(found.no_index),
        "preferBinary": bool(found.prefer_binary),
        "pre": bool(found.pre),
        "onlyBinary": sorted(found.format_control.only_binary),
        "noBinary": sorted(found.format_control.no_binary),
    }


def attempt(work, *arguments):
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            return work(*arguments)
    except (Exception, SystemExit):
        return None


questions = json.load(sys.stdin)
answers = {"release": pip.__version__}
for work in (ini, formats, dictionary, options):
    answers[work.__name__] = [attempt(work, *arguments) for arguments in questions.get(work.__name__, [])]
json.dump(answers, sys.stdout)
