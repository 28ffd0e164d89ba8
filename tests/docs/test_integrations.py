"""The GitHub action and the pre-commit hook do what they say, with the commands they hold."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
CITY = "tests/corpus/aoba"


def ran(command: list[str], cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
    """A command, with the one that is tested first on the path."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, **env}
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


def in_action(**given: str) -> subprocess.CompletedProcess[str]:
    """The last step of the action, with inputs as GitHub would put them in."""
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    defaults = {name: field["default"] for name, field in action["inputs"].items()}
    inputs = {**defaults, **{name.replace("_", "-"): value for name, value in given.items()}}
    step = action["runs"]["steps"][-1]
    env = {}
    for name, value in step["env"].items():
        env[name] = inputs[value.removeprefix("${{ inputs.").removesuffix(" }}")]
    return ran(["bash", "-eo", "pipefail", "-c", step["run"]], GITHUB_ACTIONS="true", **env)


@pytest.mark.skipif(os.name != "posix", reason="the action's steps are of bash")
class TestAction:
    def test_it_annotates_and_fails_where_something_is_to_be_corrected(self) -> None:
        done = in_action(paths=f"\n{CITY}\n", as_of="2026-10-01")
        assert done.returncode == 1
        assert "要修正 " in done.stdout
        assert "::error file=" in done.stderr

    def test_it_writes_sarif_and_speaks_english(self, tmp_path: Path) -> None:
        target = tmp_path / "findings.sarif"
        done = in_action(paths=CITY, fail_on="never", lang="en", sarif=str(target), as_of="none")
        assert done.returncode == 0
        run = json.loads(target.read_text("utf-8"))["runs"][0]
        assert run["language"] == "en"
        told = json.dumps(run["invocations"])
        assert "no date given" in told

    def test_a_path_is_never_a_command(self, tmp_path: Path) -> None:
        marker = tmp_path / "marker"
        done = in_action(paths=f"$(touch {marker})\n; touch {marker}")
        assert done.returncode == 2
        assert not marker.exists()


def test_hook(tmp_path: Path) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    command = [*shlex.split(hook["entry"]), *hook["args"]]
    shutil.copytree(ROOT / CITY, tmp_path / "city")
    assert ran(command, tmp_path / "city").returncode == 1
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "plan.ttl").write_text(
        "@prefix aln: <https://w3id.org/alignchecker/ns#> .\n"
        "<urn:x:plan> a aln:PlanEdition ; aln:stage <urn:x:none> .\n",
        encoding="utf-8",
    )
    done = ran(command, tmp_path / "plans")
    assert done.returncode == 0, done.stdout
