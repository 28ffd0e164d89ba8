"""``export --to facts``: what any SHACL engine needs to find what a check finds."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse
from typer.testing import CliRunner

from alignchecker.cli.app import app_for
from alignchecker.graph.facts import run_facts
from alignchecker.graph.loading import load
from tests.corpus import golden


def test_all_statements_and_facts(tmp_path: Path) -> None:
    out = tmp_path / "facts.nt"
    arguments = ["export", str(golden.CITY), "--to", "facts", "--as-of", str(golden.AS_OF)]
    done = CliRunner().invoke(app_for(arguments), [*arguments, "--output", str(out)])
    assert done.exit_code == 0, done.output
    written = {q.triple for q in parse(out.read_bytes(), format=RdfFormat.N_TRIPLES)}
    dataset = load([golden.CITY])
    dataset.add_facts(run_facts(golden.AS_OF))
    assert written == {Quad(*statement).triple for statement in dataset.triples()}
    assert out.read_text("utf-8").splitlines() == sorted(out.read_text("utf-8").splitlines())


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "plan.ttl").write_text("<urn:x:a> ", encoding="utf-8")
    done = CliRunner().invoke(app_for(["export"]), ["export", str(tmp_path), "--to", "facts"])
    assert done.exit_code != 0
