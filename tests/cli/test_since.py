"""``baseline write``, ``--baseline`` and ``--since``: what is new, known and gone."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.shapes.running import EXAMPLE

from .running import run

PLAN = (
    EXAMPLE
    + """
ex:p a aln:PlanEdition ; dcterms:title "青葉市環境基本計画"@ja ;
    aln:firstFiscalYear 2026 ; aln:lastFiscalYear 2029 ; aln:statedYears 5 ;
    aln:claim ex:claim .
ex:claim a aln:CountClaim ; aln:levelName "目標" ; aln:claimedCount 1 .
ex:g1 a aln:Item ; aln:inPlan ex:p ; aln:levelName "目標" ; skos:prefLabel "脱炭素"@ja .
"""
)
FAMILIES = ["--select", "period", "--select", "structure"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "plan.ttl").write_text(PLAN, encoding="utf-8")
    (tmp_path / "alignchecker.toml").write_text('select = ["period", "structure", "coverage"]')
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.email=a@example.jp", "-c", "user.name=a"]
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True)


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "x")


def states(folder: Path, *options: str) -> dict[str, Any]:
    ran = run("check", ".", "--output-format", "json", "--fail-on", "never", *options, cwd=folder)
    assert ran.status == 0, ran.err
    document = json.loads(ran.out)
    found = [(f["rule"], f["state"]) for f in document["findings"]]
    return {**dict(found), "gone": [g["rule"] for g in document["gone"]]}


def change(folder: Path, old: str, new: str) -> None:
    text = (folder / "plan.ttl").read_text(encoding="utf-8")
    assert old in text
    (folder / "plan.ttl").write_text(text.replace(old, new), encoding="utf-8")


def test_new_known_and_gone(project: Path) -> None:
    assert states(project)["stated-length-mismatch"] == "new"
    assert run("check", ".", cwd=project).status == 1
    written = run("baseline", "write", ".", cwd=project)
    assert (written.status, "新たに1件" in written.err) == (0, True)
    assert states(project) == {"stated-length-mismatch": "known", "gone": []}
    assert run("check", ".", cwd=project).status == 0
    change(project, "statedYears 5", "statedYears 4")
    change(project, "claimedCount 1", "claimedCount 7")
    assert states(project) == {
        "claimed-count-mismatch": "new",
        "baseline-entry-gone": "new",
        "gone": ["stated-length-mismatch"],
    }
    before = (project / "baseline.json").read_bytes()
    assert run("baseline", "write", ".", cwd=project).status == 0
    assert states(project) == {"claimed-count-mismatch": "known", "gone": []}
    assert before != (project / "baseline.json").read_bytes()
    assert "baseline.json" not in (project / "baseline.json").read_text(encoding="utf-8")


def test_what_was_not_examined_is_not_gone(project: Path) -> None:
    run("baseline", "write", ".", cwd=project)
    change(project, "statedYears 5", "statedYears 4")
    assert states(project, "--select", "structure")["gone"] == []


def test_the_same_findings_write_the_same_bytes(project: Path) -> None:
    for name in ("a.json", "b.json"):
        assert run("baseline", "write", ".", "--output", name, cwd=project).status == 0
    assert (project / "a.json").read_bytes() == (project / "b.json").read_bytes()


def test_nothing_is_written_where_a_file_could_not_be_read(project: Path) -> None:
    (project / "broken.ttl").write_text("<", encoding="utf-8")
    assert run("baseline", "write", ".", cwd=project).status == 2
    assert not (project / "baseline.json").exists()


def test_a_baseline_is_not_written_over_a_plan(project: Path) -> None:
    ran = run("baseline", "write", ".", "--output", "plan.ttl", cwd=project)
    assert ran.status == 2
    assert (project / "plan.ttl").read_text(encoding="utf-8") == PLAN


def test_since_tells_only_what_the_change_brought(project: Path) -> None:
    assert states(project, "--since", "HEAD") == {"gone": []}
    change(project, "claimedCount 1", "claimedCount 7")
    assert states(project, "--since", "HEAD") == {"claimed-count-mismatch": "new", "gone": []}
    commit(project)
    assert states(project, "--since", "HEAD") == {"gone": []}
    assert states(project, "--since", "HEAD~1") == {"claimed-count-mismatch": "new", "gone": []}


def test_since_of_one_file_and_of_one_that_is_new(project: Path) -> None:
    copy = PLAN.replace(" ex:", " ex:second-").replace("\nex:", "\nex:second-")
    copy = copy.replace("@prefix ex:second-", "@prefix ex:")
    (project / "second.ttl").write_text(copy, encoding="utf-8")
    ran = run("check", "second.ttl", *FAMILIES, "--since", "HEAD", cwd=project)
    assert ran.status == 1
    assert run("check", "plan.ttl", *FAMILIES, "--since", "HEAD", cwd=project).status == 0


@pytest.mark.parametrize("revision", ["nowhere", "--help", "HEAD^{tree}", ""])
def test_an_unknown_revision_is_refused(project: Path, revision: str) -> None:
    ran = run("check", ".", f"--since={revision}", cwd=project)
    assert ran.status == 2
    assert "--since HEAD~1" in ran.err


def test_a_folder_without_git_is_refused(tmp_path: Path) -> None:
    (tmp_path / "plan.ttl").write_text(PLAN, encoding="utf-8")
    ran = run("check", tmp_path, "--since", "HEAD")
    assert ran.status == 2
    assert "git" in ran.err


def test_a_configured_hook_or_monitor_is_not_run(project: Path) -> None:
    """A repository from elsewhere may name programs in its configuration."""
    trap = project / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {project}/sprung\n", encoding="utf-8")
    trap.chmod(0o755)
    for name in ("core.fsmonitor", "core.pager", "filter.x.smudge", "diff.external"):
        git(project, "config", name, str(trap))
    (project / "sprung").unlink(missing_ok=True)
    assert run("check", ".", "--since", "HEAD", "--fail-on", "never", cwd=project).status == 0
    assert not (project / "sprung").exists()
