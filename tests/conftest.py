"""Every deck that any test writes is checked; nobody has to remember.

After each test, its new decks (found by `deck_watch`) go through our invariants and openxml-audit.  When the session
ends, Microsoft's Open XML SDK validator runs over distinct decks, some of each test, several at a time.  In CI a missing validator or
LibreOffice fails the run; elsewhere the summary says what was left out.  A test whose decks deckgen didn't make is
marked `foreign_deck`.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import hypothesis
import pytest

from . import validators
from .deck_watch import DeckWatch, PooledDeck
from .package_invariants import problems

IN_CI = os.environ.get("CI", "").lower() in ("1", "true")
SAMPLE = 4  # decks of a test function that the SDK validator sees
POOL = "DECKGEN_TEST_DECKS"  # the environment hands the pool's folder on to xdist's workers
hypothesis.settings.register_profile(
    "deckgen", deadline=None, derandomize=IN_CI, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("deckgen")
WATCH: pytest.StashKey[DeckWatch] = pytest.StashKey()
SUMMARY: pytest.StashKey[list[str]] = pytest.StashKey()


def pytest_configure(config: pytest.Config) -> None:
    """Lay the pool and begin to watch; in CI, insist on the validator before anything runs."""
    if not hasattr(config, "workerinput"):
        if IN_CI and validators.sdk_program() is None:
            raise pytest.UsageError("CI needs the Open XML SDK validator; scripts/ci-packages installs it")
        os.environ[POOL] = tempfile.mkdtemp(prefix="deckgen-decks-")
    watch = config.stash[WATCH] = DeckWatch(Path(os.environ[POOL]))
    watch.listen()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Decks of the test's fixtures, wider ones too, count as the test's own."""
    item.config.stash[WATCH].start(item.nodeid, item.get_closest_marker("foreign_deck") is not None)


@pytest.fixture(autouse=True)
def every_deck_is_checked(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Check the decks that came with this test, when it is over."""
    yield
    watch = request.config.stash[WATCH]
    own = request.node.funcargs.get("tmp_path")
    watch.sweep(tmp_path_factory.getbasetemp(), own)
    bad = [f"{Path(deck.origin).name}: {p}" for deck in watch.take_new() for p in _problems(deck)]
    if bad:
        pytest.fail("a deck broke the rules:\n  " + "\n  ".join(bad[:40]), pytrace=False)


def _problems(deck: PooledDeck) -> list[str]:
    return problems(deck.copy) + [f"openxml-audit: {p}" for p in validators.audit_problems(deck.copy)]


def _some_of_each_test(decks: list[PooledDeck]) -> list[PooledDeck]:
    """At most `SAMPLE` decks of each test function, drawn by their contents: tests that try hundreds would take the validator longer than
    all else.  The invariants and openxml-audit see every deck."""
    seen: dict[str, int] = {}
    chosen = []
    for deck in decks:
        function = deck.test.partition("[")[0]
        seen[function] = seen.get(function, 0) + 1
        if seen[function] <= SAMPLE:
            chosen.append(deck)
    return chosen


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Run the SDK validator over all distinct decks, in the process that leads the session."""
    if hasattr(session.config, "workerinput"):
        return
    pool = Path(os.environ.pop(POOL))
    every = [PooledDeck.of(c) for c in sorted(pool.glob("*.pptx"))]
    decks = _some_of_each_test(every)
    lines = session.config.stash[SUMMARY] = []
    program = validators.sdk_program()
    if program is None:
        lines.append(
            f"{len(decks)} distinct, not validated by the Open XML SDK: scripts/ci-packages installs it"
        )
    elif decks:
        start = time.monotonic()
        with ThreadPoolExecutor(os.cpu_count()) as threads:
            results = list(threads.map(lambda d: validators.sdk_problems(program, d.copy), decks))
        bad = [(d, found) for d, found in zip(decks, results, strict=True) if found]
        seconds = time.monotonic() - start
        lines.append(
            f"{len(every)} distinct, {len(bad)} of {len(decks)} with problems for the Open XML SDK ({seconds:.0f} s)"
        )
        for deck, found in bad:
            lines.append(f"FAILED {deck.test}: {deck.origin}")
            lines += [f"    {p}" for p in found[:5]] + (
                [f"    and {len(found) - 5} more"] if found[5:] else []
            )
        if bad:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
    shutil.rmtree(pool, ignore_errors=True)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what became of the decks."""
    lines = terminalreporter.config.stash.get(SUMMARY, [])
    for line in lines:
        terminalreporter.write_line(f"decks: {line}" if line is lines[0] else line, red=len(lines) > 1)


@pytest.fixture(scope="session")
def libreoffice() -> None:
    """LibreOffice and poppler are there; elsewhere than in CI the test is skipped without them."""
    missing = [t for t in ("soffice", "pdftoppm", "pdffonts") if shutil.which(t) is None]
    if missing and IN_CI:
        pytest.fail(f"CI needs {', '.join(missing)}; scripts/ci-packages installs them", pytrace=False)
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
