"""A store on disk says what the files say, is built once, and is never half of one."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, QuerySolutions, Store

from alignchecker.corpus.parts import parts
from alignchecker.links.lock import writing
from alignchecker.model.errors import ConfigError, InputError
from alignchecker.queries.opening import opened as read_whole
from alignchecker.queries.store import filled
from alignchecker.queries.stored import folder as folders
from alignchecker.queries.stored import record as records
from alignchecker.queries.stored.folder import bring_up_to_date, known, opened
from alignchecker.queries.stored.record import FILE
from alignchecker.rules.configuration import find, read
from tests.bench.generate import generate

ROOT = Path(__file__).parents[3]
CITY = ROOT / "tests" / "corpus" / "aoba"
_PLAN = """
@prefix aln: <https://w3id.org/alignchecker/ns#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
<https://example.jp/p> a aln:PlanEdition ; dcterms:title "{title}"@ja .
"""


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A folder with one plan."""
    folder = tmp_path / "city"
    folder.mkdir()
    _write(folder / "plan.ttl", "試みの計画")
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


def _write(file: Path, title: str) -> None:
    file.write_text(_PLAN.format(title=title), encoding="utf-8")


def _bring(store: Path, *paths: Path) -> str:
    """Brings a store up to date; gives the name of the folder with its statements."""
    bring_up_to_date(store, parts(paths), paths)
    record = known(store)
    assert record is not None
    return record.data


def _titles(store: Store) -> set[str]:
    found = store.query("SELECT ?t { <https://example.jp/p> <http://purl.org/dc/terms/title> ?t }")
    assert isinstance(found, QuerySolutions)
    return {row["t"].value for row in found}


def _quads(paths: list[Path]) -> set[Quad]:
    dataset = read_whole(paths, read(find(paths)))
    return set(filled(dataset, paths))


def test_a_city_is_the_same_as_in_memory(store: Path) -> None:
    _bring(store, CITY)
    with opened(store) as found:
        assert set(found.store) == _quads([CITY])
        assert found.unread == ()


def test_a_country_is_the_same_as_in_memory(tmp_path: Path, store: Path) -> None:
    root = tmp_path / "country"
    generate(root, 60, 1, municipalities=3)
    _bring(store, root)
    assert len(parts([root])) == 4
    with opened(store) as found:
        stored = {quad for quad in found.store if quad.graph_name == DefaultGraph()}
    whole = {quad for quad in _quads([root]) if quad.graph_name == DefaultGraph()}
    counts = [quad for quad in whole if quad.predicate.value.endswith("#linkingPlans")]
    assert max(int(quad.object.value) for quad in counts) > 1  # type: ignore[union-attr]
    assert stored == whole


def test_the_files_of_a_country_have_the_same_graphs(tmp_path: Path, store: Path) -> None:
    root = tmp_path / "country"
    generate(root, 20, 1, municipalities=2)
    _bring(store, root)
    with opened(store) as found:
        graphs = {g for g in found.store.named_graphs() if isinstance(g, NamedNode)}
    own = {graph for graph in graphs if "/country/" in graph.value}
    whole = {quad.graph_name for quad in _quads([root])} - {DefaultGraph()}
    assert graphs == whole
    assert len(own) == len(list(root.rglob("*.ttl")))


def test_it_is_built_once(city: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = _bring(store, city)
    monkeypatch.setattr(folders, "build", None)
    monkeypatch.setattr(records, "hash_of_file", None)
    assert _bring(store, city) == first


@pytest.mark.parametrize("change", ["written", "added", "removed"])
def test_it_is_built_again_where_files_changed(city: Path, store: Path, change: str) -> None:
    _write(city / "other.ttl", "試みの計画")
    first = _bring(store, city)
    if change == "removed":
        (city / "other.ttl").unlink()
    else:
        _write(city / ("plan.ttl" if change == "written" else "third.ttl"), "別の計画")
    second = _bring(store, city)
    assert second != first
    with opened(store) as found:
        expected = {"試みの計画"} if change == "removed" else {"試みの計画", "別の計画"}
        assert _titles(found.store) == expected
    assert [p.name for p in store.iterdir() if p.is_dir()] == [second]


def test_a_change_of_the_same_size_is_seen(city: Path, store: Path) -> None:
    first = _bring(store, city)
    _write(city / "plan.ttl", "試しの計画")
    assert _bring(store, city) != first


def test_another_time_alone_is_no_change(
    city: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = _bring(store, city)
    os.utime(city / "plan.ttl", (1, 1))
    assert _bring(store, city) == first
    # The time is noted: nothing is read once more.
    monkeypatch.setattr(records, "hash_of_file", None)
    assert _bring(store, city) == first


def test_settings_and_corrections_are_files_too(city: Path, store: Path) -> None:
    (city / "alignchecker.toml").write_text('documents = ["*.txt"]\n', encoding="utf-8")
    (city / "a.txt").write_text("試み市計画\n\n基本目標1 めざす\n", encoding="utf-8")
    _bring(store, city)
    record = known(store)
    assert record is not None
    assert {"city/a.txt", "city/alignchecker.toml", "city/plan.ttl"} == set(record.sources)
    first = record.data
    (city / "alignchecker.toml").write_text("documents = []\n", encoding="utf-8")
    assert _bring(store, city) != first


def test_other_paths_and_other_programs_build_anew(
    city: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = _bring(store, city)
    moved = city.with_name("moved")
    shutil.copytree(city, moved)
    second = _bring(store, moved)
    assert second != first
    monkeypatch.setattr(folders, "installed", lambda: "other")
    monkeypatch.setattr(records, "installed", lambda: "other")
    assert _bring(store, moved) != second


def test_what_cannot_be_read_is_remembered(city: Path, store: Path) -> None:
    (city / "broken.ttl").write_text("<a> <b>", encoding="utf-8")
    first = _bring(store, city)
    for _ in range(2):
        with opened(store) as found:
            assert _titles(found.store) == {"試みの計画"}
            assert len(found.unread) == 1
            assert "broken.ttl:1" in found.unread[0].text("ja")
            assert found.unread[0].ja != found.unread[0].en
        assert _bring(store, city) == first
    _write(city / "broken.ttl", "別の計画")
    _bring(store, city)
    with opened(store) as found:
        assert found.unread == ()


def test_another_folder_is_refused_and_left_alone(city: Path, tmp_path: Path) -> None:
    other = tmp_path / "photos"
    other.mkdir()
    (other / "one.jpg").write_bytes(b"1")
    for place in (other, other / "one.jpg", city):
        with pytest.raises(ConfigError, match=str(place)):
            bring_up_to_date(place, parts([city]), [city])
        with pytest.raises(ConfigError):
            known(place)
    assert [path.name for path in other.iterdir()] == ["one.jpg"]
    assert (other / "one.jpg").read_bytes() == b"1"
    assert [path.name for path in city.iterdir()] == ["plan.ttl"]


def test_an_empty_folder_is_taken(city: Path, store: Path) -> None:
    store.mkdir()
    assert _bring(store, city)


def test_there_is_nothing_to_open_before_it_is_built(store: Path) -> None:
    with pytest.raises(ConfigError, match="no store"), opened(store):
        pass


@pytest.mark.parametrize("damage", ["{", '{"schema": 1}', "[]"])
def test_a_damaged_record_is_said(city: Path, store: Path, damage: str) -> None:
    _bring(store, city)
    (store / FILE).write_text(damage, encoding="utf-8")
    with pytest.raises(InputError, match="damaged"):
        _bring(store, city)


def test_a_record_of_a_later_version_is_built_anew(city: Path, store: Path) -> None:
    first = _bring(store, city)
    table = json.loads((store / FILE).read_text("utf-8"))
    (store / FILE).write_text(json.dumps(table | {"schema": 99, "more": 1}), encoding="utf-8")
    with pytest.raises(ConfigError), opened(store):
        pass
    assert _bring(store, city) != first
    assert not (store / first).exists()


def test_whoever_reads_the_old_one_goes_on(city: Path, store: Path) -> None:
    first = _bring(store, city)
    with opened(store) as old:
        _write(city / "plan.ttl", "新しい計画")
        second = _bring(store, city)
        with opened(store) as new:
            assert _titles(new.store) == {"新しい計画"}
            assert _titles(old.store) == {"試みの計画"}
        assert (store / first).is_dir()
    _write(city / "plan.ttl", "三つめの計画")
    third = _bring(store, city)
    assert second != third
    assert [p.name for p in store.iterdir() if p.is_dir()] == [third]
    assert [p.name for p in store.glob("*.lock") if not p.name.startswith(".")] == [f"{third}.lock"]


def test_of_two_builders_one_waits(
    city: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = _bring(store, city)
    _write(city / "plan.ttl", "新しい計画")
    monkeypatch.setattr(folders, "writing", lambda folder: writing(folder, tries=1))
    with writing(store), pytest.raises(InputError, match="Somebody else"):
        bring_up_to_date(store, parts([city]), [city])
    assert known(store) is not None
    assert (store / first).is_dir()


_KILLED = """
import os, signal, sys
from pathlib import Path
from alignchecker.corpus.parts import parts
from alignchecker.queries.stored import building, folder
def gone(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
setattr({module}, {name!r}, gone)
paths = [Path(sys.argv[2])]
folder.bring_up_to_date(Path(sys.argv[1]), parts(paths), paths)
"""


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize(
    ("module", "name"),
    [("folder", "_rebuild"), ("building", "_of_part"), ("folder", "_write"), ("os", "replace")],
)
@pytest.mark.parametrize("before", [True, False])
def test_a_killed_builder_leaves_the_old_one_or_none(
    city: Path, store: Path, module: str, name: str, before: bool
) -> None:
    if before:
        _bring(store, city)
        _write(city / "plan.ttl", "新しい計画")
    code = _KILLED.format(module=module, name=name)
    done = subprocess.run([sys.executable, "-c", code, store, city], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    if before:
        with opened(store) as found:
            assert _titles(found.store) == {"試みの計画"}
    else:
        with pytest.raises(ConfigError, match="no store"), opened(store):
            pass
    data = _bring(store, city)
    with opened(store) as found:
        assert _titles(found.store) == {"新しい計画" if before else "試みの計画"}
    assert [p.name for p in store.iterdir() if p.is_dir()] == [data]


def test_an_error_leaves_the_old_one(
    city: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = _bring(store, city)
    _write(city / "plan.ttl", "新しい計画")

    def full(folder: Path, *_: object) -> None:
        Store(folder)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(folders, "build", full)
    with pytest.raises(InputError, match="No space left"):
        _bring(store, city)
    assert [p.name for p in store.iterdir() if p.is_dir()] == [first]
    with opened(store) as found:
        assert _titles(found.store) == {"試みの計画"}


def test_a_store_may_lie_among_the_plans(city: Path) -> None:
    store = city / ".store"
    assert _bring(store, city) == _bring(store, city)
    seen = city / "store"
    assert _bring(seen, city) == _bring(seen, city)
