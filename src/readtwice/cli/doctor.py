"""`readtwice doctor`: what a lesson needs, one line each, the worst first."""

from __future__ import annotations

import json
from dataclasses import asdict

from readtwice.classroom.checkup.finding import summary
from readtwice.classroom.checkup.machine_checks import examine


def print_findings(*, as_json: bool) -> int:
    """Print every finding. Returns 1 where something does not work; what should only be looked at is no failure."""
    findings = examine()
    works = all(one.state != "broken" for one in findings)
    if as_json:
        checks = [{**asdict(one), "title": one.title} for one in findings]
        print(
            json.dumps({"works": works, "summary": summary(findings), "checks": checks}, ensure_ascii=False, indent=1)
        )
    else:
        print("\n".join([summary(findings), "", *(one.line for one in findings)]))
    return 0 if works else 1
