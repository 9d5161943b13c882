"""CPU seconds and peak memory of whole processes; the least that packing a deck costs.

Only ratios taken in the same run mean anything: machines differ and are shared.
"""

from __future__ import annotations

import os
import statistics
import struct
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

STORED = (".png", ".jpg", ".jpeg", ".gif", ".xlsx")


@dataclass(frozen=True)
class Cost:
    """User and system seconds of a process and all it waited for; the most memory that it held, in MB."""

    cpu: float
    memory: float


def cold(command: Sequence[str], folder: Path | None = None) -> Cost:
    """What `command` costs as a process of its own.

    Raises:
        SystemExit: if it fails.
    """
    environment = {**os.environ, "PYTHONUTF8": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as installed: modules are compiled once
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=folder, env=environment)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"exit {process.returncode}: {' '.join(command)}")
    unit = 1_000_000 if sys.platform == "darwin" else 1_000  # ru_maxrss is bytes there, kilobytes here
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / unit)


def deckgen(talk: Path, out: Path) -> list[str]:
    """The command that builds a talk."""
    return [sys.executable, "-m", "deckgen", "build", "--quiet", str(talk), "-o", str(out)]


def plain(folder: Path, out: Path) -> list[str]:
    """The command that writes the same by python-pptx."""
    return [sys.executable, str(Path(__file__).with_name("plain.py")), str(folder), str(out)]


def floor(deck: Path) -> float:
    """CPU seconds for nothing but packing the parts of `deck` (zlib level 6, pictures stored), in a process of its own."""
    return float(subprocess.check_output([sys.executable, __file__, str(deck)]))


def ratio(some: Sequence[float], others: Sequence[float]) -> float:
    """The median of the ratios, pair by pair."""
    return statistics.median(one / other for one, other in zip(some, others, strict=True))


def _packed(parts: list[tuple[str, bytes]]) -> int:
    out, directory = BytesIO(), []
    for name, data in parts:
        squeeze = zlib.compressobj(6, zlib.DEFLATED, -15)
        body = data if name.endswith(STORED) else squeeze.compress(data) + squeeze.flush()
        raw = name.encode()
        head = struct.pack("<HHHIIIIHH", 20, 0, 8, 0, zlib.crc32(data), len(body), len(data), len(raw), 0)
        directory.append(head + raw + struct.pack("<I", out.tell()))
        out.write(head + raw)
        out.write(body)
    out.write(b"".join(directory))
    return out.tell()


if __name__ == "__main__":
    with zipfile.ZipFile(sys.argv[1]) as archive:
        files = [(name, archive.read(name)) for name in archive.namelist()]
    begin = time.process_time()
    _packed(files)
    print(time.process_time() - begin)
