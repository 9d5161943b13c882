"""Every deck that any test writes is checked: nobody has to remember.

Package invariants and openxml-audit run after the test that wrote the deck; Microsoft's SDK validator runs once on each
distinct deck when the session ends.  In CI a missing validator or LibreOffice fails the run.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from . import validators
from .package_invariants import problems

IN_CI = os.environ.get("CI", "").lower() in ("1", "true")
_SEEN: set[str] = set()


def _pool(config: pytest.Config) -> Path:
    """The folder that all workers of a session share for decks to be validated at its end."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", "single")
    return config.rootpath / ".tools" / "decks" / run


@pytest.fixture(autouse=True)
def every_deck_is_checked(request: pytest.FixtureRequest) -> Iterator[None]:
    """Check all decks below the test's tmp_path when the test is over."""
    if request.node.get_closest_marker("foreign_deck") or "tmp_path" not in request.fixturenames:
        yield
        return
    folder: Path = request.getfixturevalue("tmp_path")
    yield
    bad = []
    for deck in sorted(folder.rglob("*.pptx")):
        digest = hashlib.sha256(deck.read_bytes()).hexdigest()
        if digest in _SEEN:
            continue
        _SEEN.add(digest)
        bad += [f"{deck.name}: {p}" for p in problems(deck)]
        bad += [f"{deck.name}: openxml-audit: {p}" for p in validators.audit_problems(deck)]
        pool = _pool(request.config)
        pool.mkdir(parents=True, exist_ok=True)
        safe = "".join(c if c.isalnum() else "_" for c in request.node.name)[:60]
        shutil.copyfile(deck, pool / f"{safe}-{digest[:16]}.pptx")
    if bad:
        pytest.fail("a deck broke the rules:\n  " + "\n  ".join(bad[:40]), pytrace=False)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Run the SDK validator over all distinct decks, in the process that controls the session."""
    config = session.config
    if hasattr(config, "workerinput"):
        return
    base = config.rootpath / ".tools" / "decks"
    decks = sorted(base.rglob("*.pptx")) if base.exists() else []
    distinct = {d.stem.rsplit("-", 1)[-1]: d for d in decks}
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    program = validators.sdk_program()
    if distinct and program is None:
        print("\nOpen XML SDK validator: not installed (scripts/ci-packages installs it); decks not validated by it")
        if IN_CI:
            session.exitstatus = 1
    elif program is not None and distinct:
        with ThreadPoolExecutor(2) as workers:
            results = list(workers.map(lambda d: (d, validators.sdk_problems(program, d)), distinct.values()))
        bad = [f"{d.name}: {p}" for d, found in results for p in found[:5]]
        print(f"\nOpen XML SDK validator: {len(results)} decks, {len(bad)} problems")
        for line in bad[:60]:
            print("  " + line)
        if bad:
            session.exitstatus = 1
    del reporter
    shutil.rmtree(base, ignore_errors=True)


@pytest.fixture(scope="session")
def libreoffice() -> None:
    """LibreOffice and poppler are there; elsewhere than in CI the test is skipped without them."""
    missing = [t for t in ("soffice", "pdftoppm", "pdffonts") if shutil.which(t) is None]
    if missing:
        message = f"not installed: {', '.join(missing)}"
        if IN_CI:
            pytest.fail(message)
        pytest.skip(message)
