"""`deckgen build` of a project: what is out of date is built, all else is left alone."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from ..writers.specimen import png
from .running import TALK, run

PICTURE = "title: Bilder\nslides:\n  - cover\n  - image: bild.png\n    alt: Ein Bild.\n    notes: Worte.\n    time: 1m\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Three talks, one with a picture."""
    (tmp_path / "deckgen.yaml").write_text("", encoding="utf-8")
    talks = tmp_path / "talks"
    talks.mkdir()
    for name in ("anfang", "mitte"):
        (talks / f"{name}.yaml").write_text(TALK, encoding="utf-8")
    (talks / "bilder").mkdir()
    (talks / "bilder" / "talk.yaml").write_text(PICTURE, encoding="utf-8")
    (talks / "bilder" / "bild.png").write_bytes(png(40, 30, 90))
    return tmp_path


def names(done: subprocess.CompletedProcess[str]) -> list[str]:
    """The decks that were written, by their names."""
    return sorted(Path(line).name for line in done.stdout.splitlines())


def build(project: Path, *arguments: str, status: int = 0) -> list[str]:
    """The decks that a build writes."""
    done = run(project, "build", *arguments)
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr
    return names(done)


def test_a_second_run_builds_nothing(project: Path) -> None:
    assert build(project) == ["anfang.pptx", "bilder.pptx", "mitte.pptx"]
    times = {p: p.stat().st_mtime_ns for p in (project / "dist").iterdir()}
    done = run(project, "build")
    assert (done.returncode, done.stdout) == (0, "")
    assert "3 up to date" in done.stderr
    assert {p: p.stat().st_mtime_ns for p in (project / "dist").iterdir()} == times


def test_contents_count_and_not_times(project: Path) -> None:
    build(project)
    talk = project / "talks" / "anfang.yaml"
    os.utime(talk, (1, 1))
    assert build(project) == []
    before = talk.stat()
    talk.write_text(TALK.replace("Satz", "Satx"), encoding="utf-8")
    os.utime(talk, ns=(before.st_atime_ns, before.st_mtime_ns))  # as long as before, and as old
    assert build(project) == ["anfang.pptx"]


def test_a_picture_rebuilds_only_what_shows_it(project: Path) -> None:
    build(project)
    (project / "talks" / "bilder" / "bild.png").write_bytes(png(50, 30, 90))
    done = run(project, "build")
    assert names(done) == ["bilder.pptx"]
    assert "talks/bilder/bild.png has changed" in done.stderr


def test_a_project_theme_that_comes_to_stand_before_a_shipped_one_counts(project: Path) -> None:
    build(project)
    own = project / "themes" / "plain"
    own.mkdir(parents=True)
    (own / "theme.yaml").write_text("name: plain\nextends: plain\ntransition: morph\n", encoding="utf-8")
    done = run(project, "build")
    assert names(done) == ["anfang.pptx", "bilder.pptx", "mitte.pptx"], done.stderr
    assert "themes/plain/theme.yaml has come" in done.stderr
    assert build(project) == []
    (own / "theme.yaml").write_text("name: plain\nextends: plain\ntransition: none\n", encoding="utf-8")
    assert len(build(project)) == 3


def test_decks_have_the_bytes_of_a_command_of_their_own(project: Path) -> None:
    build(project, "--jobs", "2")
    for path in sorted((project / "dist").iterdir()):
        run(project, "build", path.stem, "-o", "alone.pptx")
        assert (project / "alone.pptx").read_bytes() == path.read_bytes(), path.name


def test_one_broken_talk_stops_no_other(project: Path) -> None:
    (project / "talks" / "mitte.yaml").write_text("title: x\nslides:\n  - covr\n", encoding="utf-8")
    done = run(project, "build")
    assert done.returncode == 2
    assert names(done) == ["anfang.pptx", "bilder.pptx"]
    assert "talks/mitte.yaml:3:5" in done.stderr
    assert "2 built, 1 failed" in done.stderr
    (project / "talks" / "mitte.yaml").write_text(TALK, encoding="utf-8")
    assert build(project) == ["mitte.pptx"]


def test_a_missing_picture_that_comes_is_enough(project: Path) -> None:
    picture = project / "talks" / "bilder" / "bild.png"
    data = picture.read_bytes()
    picture.unlink()
    assert build(project, status=2) == ["anfang.pptx", "mitte.pptx"]
    picture.write_bytes(data)
    assert build(project) == ["bilder.pptx"]


def test_a_deck_that_is_gone_is_built_again(project: Path) -> None:
    build(project)
    (project / "dist" / "mitte.pptx").unlink()
    assert build(project) == ["mitte.pptx"]


@pytest.mark.foreign_deck
def test_a_deck_that_was_changed_by_hand_is_never_overwritten_unasked(project: Path) -> None:
    build(project)
    deck = project / "dist" / "anfang.pptx"
    by_hand(deck)
    changed = deck.read_bytes()
    done = run(project, "build")
    assert (done.returncode, done.stdout) == (0, "")  # nothing new would go into it
    assert "changed by hand" in done.stderr
    (project / "talks" / "anfang.yaml").write_text(TALK.replace("Satz", "Gedanke"), encoding="utf-8")
    done = run(project, "build")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--force" in done.stderr
    assert deck.read_bytes() == changed
    (project / ".deckgen" / "state.json").unlink()  # also where nothing is known of it
    build(project, status=2)
    assert deck.read_bytes() == changed
    assert "anfang.pptx" in build(project, "--force")
    assert deck.read_bytes() != changed
    assert build(project) == []


def by_hand(deck: Path) -> None:
    """Save the deck as other programs do."""
    with zipfile.ZipFile(deck) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(deck, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)


def test_a_deck_from_another_build_is_no_change_by_hand(project: Path) -> None:
    run(project, "build", "anfang", "--theme", "kontor")
    assert "anfang.pptx" in build(project)
    run(project, "build", "anfang", "--theme", "kontor")
    assert build(project) == ["anfang.pptx"]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"format": 99}', '{"format": 1, "decks": {"dist/anfang.pptx": [7]}}', "\x00"]
)
def test_a_broken_record_is_made_anew(project: Path, text: str) -> None:
    build(project)
    (project / ".deckgen" / "state.json").write_text(text, encoding="utf-8")
    done = run(project, "build")
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""  # built, and the same as what lies there
    assert json.loads((project / ".deckgen" / "state.json").read_text(encoding="utf-8"))["decks"]


def test_another_deckgen_builds_all(project: Path) -> None:
    build(project)
    record = project / ".deckgen" / "state.json"
    record.write_text(
        record.read_text(encoding="utf-8").replace('"deckgen ', '"deckgen 0.0.'), encoding="utf-8"
    )
    done = run(project, "build", "--dry-run")
    assert done.stderr.count("deckgen or a library is another one") == 3


def test_a_project_may_be_moved(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    build(project)
    moved = tmp_path_factory.mktemp("moved") / "project"
    project.rename(moved)
    assert build(moved) == []


def test_a_dry_run_writes_nothing_and_says_why(project: Path) -> None:
    done = run(project, "build", "--dry-run")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.count("not built yet") == 3
    assert not (project / "dist").exists()
    assert not (project / ".deckgen").exists()


def test_force_builds_all(project: Path) -> None:
    build(project)
    assert len(build(project, "--force")) == 3


def test_strict_tries_decks_with_warnings_again(project: Path) -> None:
    talk = project / "talks" / "mitte.yaml"
    talk.write_text("title: x\nslides:\n  - cover\n  - statement: Ohne Notizen.\n", encoding="utf-8")
    build(project)
    strict = run(project, "build", "--strict")
    alone = run(project, "build", "mitte", "--strict", "-o", "x.pptx")
    assert strict.returncode == alone.returncode


def test_talks_that_are_named_are_built_when_out_of_date(project: Path) -> None:
    assert build(project, "mitte", "--jobs", "2") == ["mitte.pptx"]
    assert build(project, "mitte", "--jobs", "2") == []
    assert build(project) == ["anfang.pptx", "bilder.pptx"]


def test_quiet_says_only_what_was_written(project: Path) -> None:
    done = run(project, "build", "--quiet")
    assert len(done.stdout.splitlines()) == 3
    assert done.stderr == ""


def test_combinations_are_multiplied_out(project: Path) -> None:
    (project / "deckgen.yaml").write_text(
        'output: fertig\nname: "{theme/}{talk}{-fonts}.pptx"\n'
        "build:\n  - talks: [anfang, mitte]\n    themes: [plain, kontor]\n    fonts: [brand, office]\n  - talks: bilder\n",
        encoding="utf-8",
    )
    build(project)
    found = sorted(
        str(p.relative_to(project / "fertig").as_posix()) for p in (project / "fertig").rglob("*.pptx")
    )
    assert found == sorted(
        ["bilder.pptx"]
        + [
            f"{t}/{n}{s}.pptx"
            for t in ("plain", "kontor")
            for n in ("anfang", "mitte")
            for s in ("", "-office")
        ]
    )
    assert build(project) == []


def test_a_change_of_what_is_wanted_builds_no_more_than_that(project: Path) -> None:
    build(project)
    (project / "deckgen.yaml").write_text("build:\n  - fonts: [brand, office]\n", encoding="utf-8")
    wanted = ["anfang-office.pptx", "bilder-office.pptx", "mitte-office.pptx"]
    assert [n for n in build(project) if "office" in n] == wanted


def test_talks_and_themes_may_lie_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "deckgen.yaml").write_text("talks: reden\nthemes: kleider/alle\n", encoding="utf-8")
    (tmp_path / "reden").mkdir()
    (tmp_path / "reden" / "eine.yaml").write_text(TALK + "theme: eigen\n", encoding="utf-8")
    theme = tmp_path / "kleider" / "alle" / "eigen"
    theme.mkdir(parents=True)
    (theme / "theme.yaml").write_text("name: eigen\nextends: plain\ntransition: fade\n", encoding="utf-8")
    assert build(tmp_path) == ["eine.pptx"]
    assert run(tmp_path, "build", "eine").returncode == 0
    assert "eigen" in run(tmp_path, "theme", "list").stdout
    run(tmp_path, "new", "talk", "zwei")
    assert (tmp_path / "reden" / "zwei.yaml").is_file()


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("tals: talks\n", "deckgen.yaml:1:1", "did you mean 'talks'?"),
        ("output: ../dist\n", "deckgen.yaml:1:9", "leads out of the project"),
        ("output: /tmp\n", "deckgen.yaml:1:9", "leads out of the project"),
        ("talks: C:/x\n", "deckgen.yaml:1:8", "leads out of the project"),
        ("name: '{talk}'\n", "deckgen.yaml:1:7", "has to end in .pptx"),
        ("name: deck.pptx\n", "deckgen.yaml:1:7", "{talk} is missing"),
        ("name: '../{talk}.pptx'\n", "deckgen.yaml:1:7", "can't be a name"),
        ("name: '{../talk}.pptx'\n", "deckgen.yaml:1:7", "can't be a name"),
        ("name: '{talk.pptx'\n", "deckgen.yaml:1:7", "no partner"),
        ("name: '{tlak}.pptx'\n", "deckgen.yaml:1:7", "did you mean 'talk'?"),
        ("build:\n  - talks: [anfnag]\n", "deckgen.yaml:2:13", "did you mean 'anfang'?"),
        ("build:\n  - talk: anfang\n", "deckgen.yaml:2:5", "did you mean 'talks'?"),
        ("build:\n  - themes: [plian]\n", "deckgen.yaml:2:14", "did you mean 'plain'?"),
        ("build:\n  - themes: [../../else]\n", "deckgen.yaml:2:14", "outside of the project"),
        ("build:\n  - fonts: [ofice]\n", "deckgen.yaml:2:13", "did you mean 'office'?"),
        ("build:\n  - talks: []\n", "deckgen.yaml:2:12", "empty"),
        ("build: [\n", "deckgen.yaml:", ""),
        ("- a\n", "deckgen.yaml:1:1", "a map"),
        (
            "name: '{talk}.pptx'\nbuild:\n  - themes: [plain, kontor]\n",
            "deckgen.yaml:3:5",
            "two decks would be called",
        ),
    ],
)
def test_what_is_wrong_in_a_project_file_is_told_with_its_place(
    project: Path, text: str, place: str, said: str
) -> None:
    (project / "deckgen.yaml").write_text(text, encoding="utf-8")
    done = run(project, "build")
    assert (done.returncode, done.stdout) == (2, "")
    assert place in done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "dist").exists()


def test_a_huge_matrix_is_refused_before_it_is_made(project: Path) -> None:
    one = "  - talks: [anfang, mitte, bilder]\n    themes: [plain, kontor]\n    fonts: [brand, office]\n"
    (project / "deckgen.yaml").write_text("build:\n" + one * 900, encoding="utf-8")
    done = run(project, "build")
    assert done.returncode == 2
    assert "more than 10000 decks" in done.stderr


def test_a_link_out_of_the_project_takes_no_deck_along(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    try:
        (project / "dist").symlink_to(outside, target_is_directory=True)
    except OSError:
        pytest.skip("links can't be made here")
    build(project, status=2)
    assert list(outside.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_an_interrupt_ends_at_once_and_leaves_nothing_half(project: Path) -> None:
    slides = "".join(f"  - title: Folie {n}\n    bullets: [Ein Satz., Noch einer.]\n" for n in range(200))
    for n in range(30):
        (project / "talks" / f"lang-{n:02}.yaml").write_text(TALK + slides, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "deckgen", "build", "--jobs", "2"],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    first = process.stdout.readline().strip()
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in said
    assert "leaked" not in said
    time.sleep(0.2)
    assert [p.name for p in (project / "dist").iterdir() if p.suffix != ".pptx"] == []
    for deck in (project / "dist").glob("*.pptx"):
        assert zipfile.ZipFile(deck).testzip() is None
    assert Path(first).name not in build(project)  # what was finished is known


def test_watching_needs_a_package(project: Path) -> None:
    try:
        import watchfiles  # noqa: F401
    except ImportError:
        done = run(project, "build", "--watch")
        assert done.returncode == 3
        assert "watchfiles" in done.stderr
    else:
        pytest.skip("watchfiles is here")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_a_save_builds_again_and_a_broken_one_goes_on(project: Path) -> None:
    pytest.importorskip("watchfiles")
    process = subprocess.Popen(
        [sys.executable, "-m", "deckgen", "build", "--watch"],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        bufsize=1,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "NO_COLOR": "1"},
    )
    assert process.stdout is not None
    assert process.stderr is not None

    def wait_for(words: str) -> str:
        said = ""
        assert process.stderr is not None
        while words not in said:
            line = process.stderr.readline()
            assert line, said
            said += line
        return said

    try:
        wait_for("watching")
        talk = project / "talks" / "mitte.yaml"
        talk.write_text(TALK.replace("statement", "statment"), encoding="utf-8")
        assert "did you mean 'statement'?" in wait_for("watching")
        talk.write_text(TALK.replace("Satz", "Gedanke"), encoding="utf-8")
        assert "1 built, 2 up to date" in wait_for("watching")
    finally:
        process.send_signal(signal.SIGINT)
        written, _ = process.communicate(timeout=30)
    assert process.returncode == 130
    assert [Path(line).name for line in written.splitlines()].count("mitte.pptx") == 2
