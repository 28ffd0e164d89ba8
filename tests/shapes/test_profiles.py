"""Profiles are described as W3C PROF means it, and each brings in what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, parse
from rdflib import Graph, URIRef
from rdflib.term import Node

from alignchecker.engine.check import CheckOptions, check
from alignchecker.model.names import ALN, DCTERMS, PROF, RDF
from alignchecker.model.resources import resource
from alignchecker.rules.catalogue import load_catalogue

from .running import EXAMPLE

SHAPES = resource("shapes")
BASE = "https://w3id.org/alignchecker/shapes/"
PROFILE = "https://w3id.org/alignchecker/profile#"
CATALOGUE = load_catalogue()

each_profile = pytest.mark.parametrize("profile", CATALOGUE.profiles)


@pytest.fixture(scope="module")
def described() -> Graph:
    return Graph().parse(SHAPES / "profiles.ttl")


def values(graph: Graph, subject: Node, predicate: str) -> list[str]:
    return sorted(map(str, graph.objects(subject, URIRef(predicate))))


def holding(profile: str) -> set[str]:
    """Names of the files that hold rules of a profile."""
    return {
        file.name
        for file in SHAPES.glob("*.ttl")
        for quad in parse(path=file)
        if quad.predicate.value == ALN + "profile" and quad.object == NamedNode(PROFILE + profile)
    }


@each_profile
def test_its_resource_validates_by_shacl_with_the_files_of_its_rules(
    profile: str, described: Graph
) -> None:
    (found,) = described.objects(URIRef(PROFILE + profile), URIRef(PROF + "hasResource"))
    assert values(described, found, RDF + "type") == [PROF + "ResourceDescriptor"]
    assert values(described, found, PROF + "hasRole") == [PROF + "role/validation"]
    assert values(described, found, DCTERMS + "conformsTo") == ["https://www.w3.org/TR/shacl/"]
    artifacts = values(described, found, PROF + "hasArtifact")
    assert all(artifact.startswith(BASE) for artifact in artifacts)
    files = {artifact.removeprefix(BASE) for artifact in artifacts}
    assert all((SHAPES / file).is_file() for file in files)
    assert files == holding(profile) != set()


@each_profile
def test_it_has_both_languages_and_builds_on_base(profile: str) -> None:
    known = CATALOGUE.profiles[profile]
    for texts in (known.title, known.description):
        assert set(texts) == {"ja", "en"}
        assert all(text.strip() for text in texts.values())
    assert "base" in CATALOGUE.with_parents([profile])


@each_profile
def test_only_profiles_for_plan_types_wait_for_a_plan(profile: str, tmp_path: Path) -> None:
    """docs/rules.md says so of every profile without a plan type."""
    (tmp_path / "plan.ttl").write_text(EXAMPLE + "ex:p a aln:PlanEdition .", encoding="utf-8")
    rule = next(rule.id for rule in CATALOGUE.rules.values() if rule.profile == profile)
    (run,) = check(CheckOptions(paths=[tmp_path], select=[rule])).rules
    waits = bool(CATALOGUE.profiles[profile].plan_types)
    assert (run.reason == "profile-inactive") == waits


def test_plan_types_of_profiles_are_declared() -> None:
    types = {
        quad.subject.value.rpartition("#")[2]
        for quad in parse(path=resource("ontology") / "plan-types.ttl")
        if isinstance(quad.subject, NamedNode)
    }
    assert {name for p in CATALOGUE.profiles.values() for name in p.plan_types} <= types
