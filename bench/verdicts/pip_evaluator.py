"""The same questions to pip's own evaluator: file names by project from stdin, seconds and winners to stdout."""

import json
import sys
import time

from pip._internal.index.package_finder import CandidateEvaluator, LinkEvaluator, LinkType
from pip._internal.models.candidate import InstallationCandidate
from pip._internal.models.link import Link
from pip._internal.models.target_python import TargetPython
from pip._vendor.packaging.specifiers import SpecifierSet

projects = json.load(sys.stdin)
platforms = [f"manylinux_2_{minor}_x86_64" for minor in range(41, 4, -1)] + ["linux_x86_64"]
targets = [
    TargetPython(platforms=platforms, py_version_info=(3, minor, 99), abis=[f"cp3{minor}"]) for minor in (11, 12)
]
formats = frozenset({"binary", "source"})

start = time.perf_counter()
winners = 0
for project, versions, filenames in projects:
    links = [Link(f"https://index.example/{filename}#sha256={'a' * 64}") for filename in filenames]
    for target in targets:
        accepts = LinkEvaluator(project, project, formats, target, allow_yanked=True)
        candidates = []
        for link in links:
            kind, version = accepts.evaluate_link(link)
            if kind is LinkType.candidate:
                candidates.append(InstallationCandidate(project, version, link))
        for version in versions:
            evaluator = CandidateEvaluator.create(project, target, specifier=SpecifierSet(f"=={version}"))
            if evaluator.compute_best_candidate(candidates).best_candidate is not None:
                winners += 1
print(json.dumps({"seconds": time.perf_counter() - start, "winners": winners}))
