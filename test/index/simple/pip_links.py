"""The links that pip takes from pages: JSON from stdin, JSON to stdout."""

import json
import sys

try:
    from pip import __version__
    from pip._internal.index.collector import IndexContent, parse_links
except Exception as error:
    json.dump({"missing": f"python3 has no pip 22.2 or newer ({error})"}, sys.stdout)
    sys.exit()


def seen(link):
    reason = link.yanked_reason
    return {
        "filename": link.filename,
        "sha256": link.hash if link.hash_name == "sha256" else None,
        "yanked": False if reason is None else reason or True,
        "requiresPython": link.requires_python,
    }


def links(body, kind, url):
    page = IndexContent(body.encode(), kind, None, url=url, cache_link_parsing=False)
    # What pip's _sort_links does later: a URL counts the first time.
    return [seen(link) for link in dict.fromkeys(parse_links(page))]


answers = [links(**page) for page in json.load(sys.stdin)]
json.dump({"version": __version__, "answers": answers}, sys.stdout)
