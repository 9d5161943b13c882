"""Every YAML example in the README and in docs/ is built, or causes what it is said to cause.

A fence says what it holds: `yaml` with a first line `# PATH` is a file of the page's project; `yaml slides` are slides; `yaml wrong CODE` are slides
that cause the finding CODE; `yaml project` is a deckgen.yaml; `yaml data` are forms of a chart's data, parted by empty lines; `yaml theme` is a part of a theme, `yaml template` what corrects the reading of a template.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest
from PIL import Image

import deckgen
from deckgen.batch.axes import Chosen
from deckgen.batch.combine import jobs_of
from deckgen.findings import Finding, Findings
from deckgen.theme.reader import load_theme
from tests.template.templates import GERMAN, template

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_FENCE = re.compile(r"^```(\w+)(?: ([^\n]*))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PICTURE = re.compile(r"pictures/\w+\.\w+")
HEAD = "title: An example\nlang: {lang}\ntheme: {theme}\nslides:\n"


class Example(NamedTuple):
    """A fence: page and line, language, what it says it is, its text."""

    place: str
    sort: str
    text: str


def examples() -> list[Example]:
    """All YAML fences of all pages."""
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for match in _FENCE.finditer(text):
            if match[1] == "yaml":
                place = f"{page.name}:{text.count(chr(10), 0, match.start()) + 1}"
                found.append(Example(place, match[2] or "", match[3]))
    return found


EXAMPLES = examples()


def of(sort: str) -> list[Example]:
    """The examples whose sort begins so."""
    return [e for e in EXAMPLES if e.sort.split(" ")[0] == sort]


def ids(found: list[Example]) -> list[str]:
    return [e.place for e in found]


def project(folder: Path, text: str) -> None:
    """A project with the pictures that `text` names, and data."""
    (folder / "deckgen.yaml").write_text("", encoding="utf-8")
    for name in set(_PICTURE.findall(text)):
        (folder / "pictures").mkdir(exist_ok=True)
        Image.new("RGB", (640, 480), (40, 60, 90)).save(folder / name)
    (folder / "data").mkdir(exist_ok=True)
    rows = [["", "Jahr", "Umsatz"], *([None, 2016 + n, 3 + n / 2] for n in range(12))]
    (folder / "data" / "umsatz.csv").write_text(
        "Jahr;Umsatz\n" + "".join(f"{r[1]};{r[2]}\n" for r in rows[1:]), encoding="utf-8"
    )
    book = openpyxl.Workbook()
    for sheet in (book.active, book.create_sheet("Quartale")):
        for row in [
            ["Jahr", "Umsatz", "Gewinn", "Kosten", "Rest"],
            *([2016 + n, 3 + n, 1 + n, 2, 1] for n in range(12)),
        ]:
            sheet.append(row)
    book.save(folder / "data" / "umsatz.xlsx")


def slides(folder: Path, text: str, theme: str = "plain", lang: str = "en") -> list[Finding]:
    """All that is found in a talk of these slides, which is written too if it can be."""
    project(folder, text)
    talk = folder / "talk.yaml"
    body = "".join(f"  {line}\n" for line in text.splitlines())
    talk.write_text(HEAD.format(theme=theme, lang=lang) + body, encoding="utf-8")
    try:
        deck = deckgen.compose(deckgen.load(talk))
    except deckgen.TalkError as error:
        return error.findings
    deckgen.write(deck, folder / "talk.pptx")
    return deckgen.check(deck)


def test_every_example_says_what_it_is() -> None:
    assert len(EXAMPLES) > 15
    known = {"slides", "wrong", "data", "theme", "template", "project"}
    unknown = [e.place for e in EXAMPLES if e.sort.split(" ")[0] not in known and not e.text.startswith("# ")]
    assert unknown == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_files_of_a_page_make_a_project_that_builds(tmp_path: Path, page: Path) -> None:
    files = [e for e in EXAMPLES if e.place.startswith(f"{page.name}:") and not e.sort]
    project(tmp_path, "".join(e.text for e in files))
    built = 0
    paths = []
    for file in files:
        first = file.text.split("\n")[0].removeprefix("# ").strip()
        path = tmp_path / (first if first.endswith(".yaml") and " " not in first else "talks/any.yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, encoding="utf-8")
        paths.append(path)
    talks = [p for p in paths if p.parent.name == "talks" and "." not in p.stem]
    for path in paths:
        if path.parent.name == "clients" or "." in path.stem:  # overlays
            client = path.stem if path.parent.name == "clients" else None
            loaded = deckgen.load(
                talks[0], client=client, lang=None if client else path.stem.partition(".")[2]
            )
            deck = deckgen.compose(loaded)
            assert [str(f) for f in loaded.findings] == []
            deckgen.write(deck, path.with_suffix(".pptx"))
            continue
        if path.name == "theme.yaml":
            talk = tmp_path / "theme-talk.yaml"
            talk.write_text(
                HEAD.format(theme=path.parent.name, lang="en") + "  - cover\n  - section: One\n",
                encoding="utf-8",
            )
            path = talk
        deck = deckgen.compose(deckgen.load(path))
        assert [str(f) for f in deckgen.check(deck) if f.severity.rank == 2] == []
        deckgen.write(deck, path.with_suffix(".pptx"))
        built += 1
    assert built or not files


@pytest.mark.parametrize("example", of("project"), ids=ids(of("project")))
def test_a_project_file_asks_for_decks(tmp_path: Path, example: Example) -> None:
    """Of two talks with a client, a variant and two languages."""
    (tmp_path / "deckgen.yaml").write_text(example.text, encoding="utf-8")
    for name in ("keynote", "workshop"):
        path = tmp_path / "talks" / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(HEAD.format(theme="plain", lang="de") + "  - cover\n", encoding="utf-8")
        text = path.read_text(encoding="utf-8").replace(
            "lang: de", "lang: de\nlanguages: [de, en]\nvariants: {short: {duration: 5m}}"
        )
        path.write_text(text, encoding="utf-8")
    (tmp_path / "talks" / "clients").mkdir()
    (tmp_path / "talks" / "clients" / "acme.yaml").write_text("client: {name: Acme}\n", encoding="utf-8")
    findings = Findings()
    jobs = jobs_of(tmp_path, Chosen(cwd=tmp_path), findings)
    assert [str(f) for f in findings] == []
    assert len({job.output for job in jobs}) == len(jobs) >= 1


@pytest.mark.parametrize("theme", ["plain", "helium"])
@pytest.mark.parametrize("example", of("slides"), ids=ids(of("slides")))
def test_slides_build_in_both_themes(tmp_path: Path, example: Example, theme: str) -> None:
    found = slides(tmp_path, example.text, theme)
    assert [str(f) for f in found if f.severity.rank == 2] == []


@pytest.mark.parametrize("example", of("wrong"), ids=ids(of("wrong")))
def test_mistakes_cause_what_is_said_of_them(tmp_path: Path, example: Example) -> None:
    code = example.sort.split(" ")[1]
    found = slides(tmp_path, example.text)
    assert code in {f.code for f in found}
    assert all(f.fix or "did you mean" in f.message for f in found if f.code == code)


@pytest.mark.parametrize("example", of("data"), ids=ids(of("data")))
def test_all_forms_of_data_make_a_chart(tmp_path: Path, example: Example) -> None:
    for number, form in enumerate(re.split(r"\n\s*\n", example.text.strip())):
        text = "\n".join(line for line in form.split("\n") if not line.startswith("#"))
        for line in text.split("\n") if text.startswith("data/") or "file:" in text else [text]:
            inner = "".join(f"    {row}\n" for row in line.split("\n")).rstrip("\n")
            start = " |\n" + inner.split("\n", 1)[1] if line.startswith("|") else f"\n{inner}"
            folder = tmp_path / str(number)
            folder.mkdir(exist_ok=True)
            found = slides(folder, f"- title: Figures\n  chart:{start}\n  alt: Figures", lang="de")
            assert [str(f) for f in found if f.severity.rank == 2] == [], line


@pytest.mark.parametrize("example", of("theme"), ids=ids(of("theme")))
def test_parts_of_a_theme_are_read(tmp_path: Path, example: Example) -> None:
    home = tmp_path / "themes" / "acme"
    home.mkdir(parents=True)
    (home / "theme.yaml").write_text(f"name: acme\nextends: plain\n{example.text}", encoding="utf-8")
    findings = Findings()
    assert load_theme("acme", project=tmp_path, base=tmp_path, findings=findings) is not None
    assert [str(f) for f in findings] == []


@pytest.mark.parametrize("example", of("template"), ids=ids(of("template")))
def test_corrections_of_a_template_are_read(tmp_path: Path, example: Example) -> None:
    home = tmp_path / "themes" / "acme"
    (home / "fonts").mkdir(parents=True)
    template(home / "acme.potx", names=GERMAN, size=(12_192_000, 6_858_000))
    widths = Path(deckgen.__file__).parent / "data" / "metrics" / "arial.metrics"
    shutil.copy(widths, home / "fonts" / "brandfont.metrics")
    (home / "theme.yaml").write_text(example.text, encoding="utf-8")
    findings = Findings()
    theme = load_theme("acme", project=tmp_path, base=tmp_path, findings=findings)
    assert [str(f) for f in findings if f.severity.rank == 2] == []
    assert theme is not None and theme.template is not None
    assert theme.template.changed  # the colour
