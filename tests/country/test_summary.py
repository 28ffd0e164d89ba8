"""Totals of the small country, counted by hand.

item of the outline     aoba (all known)    midori (summary)    sakura (no such plan)
1                       answered            unknown             –
2                       proposed            unknown             –
3                       unanswered          answered            –

measures    aoba: linked 1, proposed 1, no counterpart 1, unlinked 1
            midori: linked 1, unlinked 1; not begun 3       sakura: not applicable 2
citations   aoba: ended 1 (prefecture's), in force 1, unknown 1 (outline)
            midori: unknown 1 (outline), in force 1         sakura: none
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import Console

from alignchecker.corpus import parquet, results, summary_csv, summary_json, summary_text
from alignchecker.corpus.layout import Corpus
from alignchecker.corpus.results import Failure, Reason
from alignchecker.corpus.summary import summarize
from alignchecker.model.errors import ConfigError

from .making import AOBA, MIDORI

pytest.importorskip("duckdb")


@pytest.fixture
def corpus(checked: Corpus, tmp_path: Path) -> Corpus:
    """Results of one's own, to change."""
    shutil.copytree(checked.results, tmp_path / "results")
    return Corpus(checked.root, tmp_path / "results", checked.units)


def _json(corpus: Corpus) -> Any:
    found = summarize(corpus)
    assert found is not None
    return json.loads(summary_json.render(found))


def test_totals_counted_by_hand(corpus: Corpus) -> None:
    document = _json(corpus)
    country = document["country"]
    assert country["municipalities"] == {
        "checked": 3, "incomplete": 0, "empty": 0, "failed": 0, "unchecked": 0,
    }  # fmt: skip
    (outline,) = country["outlines"]
    assert outline["municipalities"] == {
        "all": 1, "partly": 1, "nothing": 0, "without": 1, "unknown": 0,
    }  # fmt: skip
    assert [
        [i[word] for word in ("answered", "proposed", "waived", "unanswered", "unknown", "rate")]
        for i in outline["items"]
    ] == [[1, 0, 0, 0, 1, 1.0], [0, 1, 0, 0, 1, 0.0], [1, 0, 0, 1, 0, 0.0]]
    assert country["measures"] == {
        "linked": 2, "proposed": 1, "no-counterpart": 1, "unlinked": 2,
        "not-begun": 3, "not-applicable": 2,
    }  # fmt: skip
    assert country["citations"] == {"in-force": 2, "ended": 1, "unknown": 2}
    assert country["plans"] == {
        "begun": 2, "not-begun": 1, "not-applicable": 1, "no-measures": 0,
    }  # fmt: skip


def test_prefectures_add_up(corpus: Corpus) -> None:
    document = _json(corpus)
    north, south = document["prefectures"]
    assert (north["code"], north["name"], south["name"]) == ("08", "茨城県", "東京都")
    assert north["citations"] == {"in-force": 2, "ended": 1, "unknown": 2}
    assert south["citations"] == {"in-force": 0, "ended": 0, "unknown": 0}
    assert south["outlines"][0]["municipalities"]["without"] == 1
    # Nothing is known of the south, which is not 0 %.
    assert [item["rate"] for item in south["outlines"][0]["items"]] == [None, None, None]
    for word, count in document["country"]["measures"].items():
        assert north["measures"][word] + south["measures"][word] == count


def test_what_failed_or_was_not_checked_is_unknown(corpus: Corpus) -> None:
    aoba, midori, sakura = corpus.units
    failed = results.failed_text(aoba, "key", Failure(Reason.TIME, "5"))
    results.write(corpus.results, aoba, failed)
    results.place(corpus.results, sakura).unlink()
    document = _json(corpus)
    country = document["country"]
    assert country["municipalities"] == {
        "checked": 1, "incomplete": 0, "empty": 0, "failed": 1, "unchecked": 1,
    }  # fmt: skip
    assert country["outlines"][0]["municipalities"] == {
        "all": 0, "partly": 1, "nothing": 0, "without": 0, "unknown": 2,
    }  # fmt: skip
    assert document["failed"] == [{"unit": aoba.name, "reason": "time", "detail": "5"}]
    assert midori.folder == MIDORI


def test_parquet_is_made_anew_only_where_a_result_is_newer(corpus: Corpus) -> None:
    def inodes() -> dict[str, int]:
        folder = corpus.results / parquet.FOLDER
        return {str(f.relative_to(folder)): f.stat().st_ino for f in folder.rglob("*.parquet")}

    _json(corpus)
    before = inodes()
    assert len(before) == 12
    _json(corpus)
    assert inodes() == before
    file = results.place(corpus.results, corpus.units[0])
    os.utime(file)
    _json(corpus)
    after = inodes()
    assert {name for name in after if after[name] != before[name]} == {
        name for name in before if name.endswith("08.parquet")
    }
    assert not list(corpus.results.rglob(".alignchecker-*"))


def test_broken_parquet_is_made_anew(corpus: Corpus) -> None:
    whole = _json(corpus)
    file = corpus.results / parquet.FOLDER / "units" / "08.parquet"
    time = file.stat().st_mtime_ns
    file.write_bytes(b"PAR1")
    os.utime(file, ns=(time, time))
    assert _json(corpus) == whole


def test_csv_has_a_row_for_each_count(corpus: Corpus) -> None:
    found = summarize(corpus)
    assert found is not None
    text = summary_csv.render(found)
    assert text.startswith("\ufeffprefecture,")
    rows = list(csv.DictReader(text.removeprefix("\ufeff").splitlines()))
    unlinked = [r for r in rows if (r["table"], r["state"]) == ("measures", "unlinked")]
    assert [(row["prefecture"], row["name"], row["count"]) for row in unlinked] == [
        ("08", "茨城県", "2"),
        ("13", "東京都", "0"),
    ]
    answered = [r for r in rows if r["table"] == "items" and r["state"] == "answered"]
    assert sum(int(row["count"]) for row in answered) == 2


def test_csv_holds_no_formula(corpus: Corpus) -> None:
    file = results.place(corpus.results, corpus.units[0])
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"居場所づくり"', '"=1+1"'), encoding="utf-8")
    other = results.place(corpus.results, corpus.units[1])
    text = other.read_text(encoding="utf-8")
    other.write_text(text.replace('"居場所づくり"', '"=1+1"'), encoding="utf-8")
    found = summarize(corpus)
    assert found is not None
    assert ",'=1+1," in summary_csv.render(found)


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("width", [100, 85])
def test_text_keeps_to_the_width(corpus: Corpus, lang: str, width: int) -> None:
    found = summarize(corpus)
    assert found is not None
    console = Console(width=width, color_system=None, record=True, file=open(os.devnull, "w"))  # noqa: PTH123, SIM115
    summary_text.render(found, lang, console)
    lines = console.export_text().splitlines()
    assert max(cell_len(line) for line in lines) <= width
    item = next(line for line in lines if "居場所づくり" in line)
    assert item.split()[-6:] == ["1", "0", "0", "0", "1", "100.0%"]


def test_without_results_there_is_no_summary(checked: Corpus, tmp_path: Path) -> None:
    assert summarize(Corpus(checked.root, tmp_path, checked.units)) is None


def test_without_duckdb_the_extra_is_named(
    checked: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(ConfigError, match=r"alignchecker\[corpus\]"):
        summarize(checked)


def test_a_result_folder_with_an_odd_name(corpus: Corpus, tmp_path: Path) -> None:
    odd = tmp_path / "it's [2026]*"
    corpus.results.rename(odd)
    assert _json(Corpus(corpus.root, odd, corpus.units))["country"]["citations"]["ended"] == 1
    assert AOBA.name in {unit.name for unit in corpus.units}
