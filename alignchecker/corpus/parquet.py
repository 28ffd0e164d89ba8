"""The rows of all municipalities as Parquet: RESULTS/tables/<table>/<prefecture>.parquet.

A prefecture's files are made anew where one of its results is newer, or a municipality came or
went. Any program that reads Parquet may ask further questions of them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from alignchecker.corpus import results
from alignchecker.corpus.layout import Corpus, Unit
from alignchecker.importers.os_errors import cause
from alignchecker.model.errors import ConfigError, InputError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FOLDER = "tables"
_ROWS: Mapping[str, Mapping[str, str]] = {
    "plans": dict.fromkeys(("plan", "title", "type", "form"), "VARCHAR")
    | {"measures": "BIGINT", "linking": "VARCHAR"},
    "outlines": dict.fromkeys(("outline", "edition", "title", "known"), "VARCHAR"),
    "items": dict.fromkeys(("edition", "item", "number", "label"), "VARCHAR")
    | {"position": "BIGINT", "state": "VARCHAR"},
    "measures": dict.fromkeys(("plan", "measure", "label", "state"), "VARCHAR"),
    "citations": dict.fromkeys(("plan", "edition", "cited", "state"), "VARCHAR"),
}
"""The columns of each table, beside unit and prefecture: as tables.py fills them.

Whoever changes them raises ``results.SCHEMA``.
"""
_TEXT = "VARCHAR"
_STRUCTURE = {
    "unit": _TEXT,
    "prefecture": _TEXT,
    "failed": {"reason": _TEXT, "detail": _TEXT},
    "report": {
        "summary": {
            "findings": dict.fromkeys(results.SEVERITIES, "BIGINT"),
            "rules": {"failed": "BIGINT"},
            "filesRead": "BIGINT",
            "filesFailed": "BIGINT",
        }
    },
    "tables": {table: [columns] for table, columns in _ROWS.items()},
}
"""The parts of a result that tables are made of, as DuckDB's JSON functions ask for them."""
_QUERIES = {
    "units": """
        SELECT unit, prefecture, failed.reason AS reason, failed.detail AS detail,
          CASE WHEN failed IS NOT NULL THEN 'failed'
            WHEN summary.filesRead + summary.filesFailed = 0 THEN 'empty'
            WHEN summary.filesFailed + summary.rules.failed > 0 THEN 'incomplete'
            ELSE 'checked' END AS state,
          summary.findings.violation AS violation, summary.findings.warning AS warning,
          summary.findings.info AS info
        FROM results ORDER BY unit""",
    **{
        table: f"SELECT unit, prefecture, unnest(tables.{table}, max_depth := 2) FROM results"
        for table in _ROWS
    },
}


def connect() -> DuckDBPyConnection:
    """DuckDB in memory, which fetches nothing. Raises ConfigError where it is not installed."""
    try:
        import duckdb
    except ImportError as error:
        raise ConfigError(
            'corpus summary には追加の部品が要ります（pip install "alignchecker[corpus]"）。',
            'corpus summary needs an extra (pip install "alignchecker[corpus]").',
        ) from error
    offline: dict[str, str | bool | int | float | list[str]] = {
        f"auto{what}_known_extensions": False for what in ("install", "load")
    }
    return duckdb.connect(":memory:", config=offline)


def open_tables(database: DuckDBPyConnection, corpus: Corpus) -> tuple[Unit, ...]:
    """Brings the Parquet up to the results, and opens each table as a view of the database.

    Gives the units that have a result; where there are none, there are no tables either.
    Raises InputError where the files cannot be written.
    """
    times = {unit: _time(results.place(corpus.results, unit)) for unit in corpus.units}
    with_result = [unit for unit, time in times.items() if time is not None]
    prefectures = []
    for prefecture, of in groupby(with_result, key=lambda unit: unit.prefecture):
        _bring_up(database, corpus, prefecture, {unit: times[unit] or 0 for unit in of})
        prefectures.append(prefecture)
    if not prefectures:
        return ()
    for table in _QUERIES:
        files = [_quoted(_file(corpus, table, code)) for code in prefectures]
        source = f"read_parquet([{', '.join(files)}])"
        database.execute(f"CREATE VIEW {table} AS SELECT * FROM {source}")
    names = {name for (name,) in database.execute("SELECT unit FROM units").fetchall()}
    return tuple(unit for unit in with_result if unit.name in names)


def _bring_up(
    database: DuckDBPyConnection, corpus: Corpus, prefecture: str, times: Mapping[Unit, int]
) -> None:
    """Makes the files of a prefecture, unless they have the time of its newest result.

    A result that comes while they are made is newer than the time that they are given.
    """
    newest = max(times.values())
    files = {table: _file(corpus, table, prefecture) for table in _QUERIES}
    if all(_time(file) == newest for file in files.values()):
        names = {unit.name for unit in times}
        if _units(database, files["units"]) == names:
            return
    texts = [[text] for unit in times if (text := _text(corpus, unit)) is not None]
    database.execute("CREATE OR REPLACE TEMP TABLE texts (text VARCHAR)")
    if texts:
        database.executemany("INSERT INTO texts VALUES (?)", texts)
    database.execute(
        "CREATE OR REPLACE TEMP TABLE results AS SELECT *, report.summary AS summary"
        f" FROM (SELECT unnest(json_transform(text, '{json.dumps(_STRUCTURE)}')) FROM texts)"
    )
    for table, file in files.items():
        _write(database, _QUERIES[table], file, newest)


def _units(database: DuckDBPyConnection, file: Path) -> set[str] | None:
    """The units that a file tells of; None where it is none of ours."""
    from duckdb import Error

    try:
        rows = database.execute(f"SELECT unit FROM read_parquet([{_quoted(file)}])").fetchall()
    except Error:
        return None
    return {unit for (unit,) in rows}


def _text(corpus: Corpus, unit: Unit) -> str | None:
    """The text of a result, if it is one."""
    if results.read(corpus.results, unit) is None:
        return None
    return results.place(corpus.results, unit).read_text(encoding="utf-8")


def _write(database: DuckDBPyConnection, query: str, file: Path, time: int) -> None:
    """Writes a table whole or not at all."""
    from duckdb import IOException

    results.make_folder(file.parent)
    temporary = file.with_name(f".alignchecker-{file.name}")
    try:
        database.execute(f"COPY ({query}) TO {_quoted(temporary)} (FORMAT parquet)")
        os.utime(temporary, ns=(time, time))
        temporary.replace(file)
    except (OSError, IOException) as error:
        ja, en = cause(error) if isinstance(error, OSError) else (str(error), str(error))
        raise InputError(
            f"書き込めません（{ja}）。結果のフォルダーの権限と空き容量を確かめてください。",
            f"It cannot be written ({en}). Check the folder of results and its free space.",
            str(file),
        ) from error
    finally:
        temporary.unlink(missing_ok=True)


def _file(corpus: Corpus, table: str, prefecture: str) -> Path:
    return corpus.results / FOLDER / table / f"{prefecture}.parquet"


def _time(file: Path) -> int | None:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return None


def _quoted(file: Path) -> str:
    """A path as SQL has it."""
    return "'" + str(file).replace("'", "''") + "'"
