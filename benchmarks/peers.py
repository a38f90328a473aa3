"""Peers run in an environment of their own (``make benchmark`` makes it): they need another NumPy."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
INTERPRETER = ROOT / ".venv" / "peers" / "bin" / "python"
MISSING = "The peers are not installed; make benchmark installs them. Ours alone:"


def available() -> bool:
    """Whether the peers' environment is there."""
    return INTERPRETER.exists()


def run(script: str, *arguments: str, timeout: float = 900.0) -> dict[str, Any]:
    """What ``benchmarks/<script>`` prints as JSON in its last line, run by the peers' interpreter."""
    done = subprocess.run(
        [str(INTERPRETER), str(ROOT / "benchmarks" / script), *arguments],
        capture_output=True,
        text=True,
        timeout=timeout,
    )
    if done.returncode:
        return {"failed": (done.stderr.strip().splitlines() or ["no message"])[-1]}
    answer: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return answer
