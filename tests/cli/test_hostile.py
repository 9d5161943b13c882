"""Input that would take long, need much or harm: each is refused with its place, in a bounded number of steps."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from .running import run

HEAD = "title: T\nlang: de\ntheme: plain\nslides:\n"
LAUGHS = "vars:\n  a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"  {name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
MAPS = "vars:\n  a: &a {x: y}\n" + "".join(
    f"  {name}: &{name} {{{', '.join(f'k{n}: *{before}' for n in range(9))}}}\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("talk", "code"),
    [
        (LAUGHS + HEAD, "alias-bomb"),
        (MAPS + HEAD, "alias-bomb"),
        (HEAD + "  - &a {title: x, bullets: [y]}\n" + "  - *a\n" * 30_000, "alias-bomb"),
        (HEAD + "  - &a {title: x, bullets: [*a]}\n", "yaml-recursion"),
        (HEAD + "  - ? &k title\n    : x\n    ? *k\n    : y\n", "duplicate-key"),
        (HEAD + '  - !!python/object/apply:os.system ["true"]\n', "yaml-tag"),
        (HEAD + "  - " + "[" * 100_000, "too-deep"),
        (HEAD + "  " + "- " * 100_000, "too-deep"),
        (HEAD + "  - [" + "a," * 1_000_000 + "]\n", "too-large"),
        (HEAD + "  - statement: a\n" * 60_000, "too-large"),
        (HEAD + "  - cover\n" * 12_000, "too-many-slides"),
        (HEAD + "\n" * 600_000, "too-large"),
        ("title: [\n" + "x: y\n" * 600_000, "too-large"),
        (HEAD + "  - statement: " + "x " * 1_000_000, "too-long"),
        (HEAD + "  - title: x\n    bullets:\n" + "      - a\n" * 1000, "too-many-items"),
        (HEAD + "  - title: x\n    bullets: |\n" + "      - a\n" * 1000, "too-many-items"),
        (HEAD + "  - cover:\n    notes: " + "x" * 1_000_000, "too-long"),
        (f"vars: {{a: {'x' * 19_000}}}\n" + HEAD + "  - statement: ${a}${a}\n", "too-long"),
        (HEAD + "  - statement: " + "x" * 9000, "text-overflow"),
        (HEAD + "  - title: x\n    image: /dev/zero\n", "path-outside"),
        (HEAD + "  - title: x\n    image: https://example.com/a.png\n", "path-url"),
        (HEAD + "  - cover:\n    notes: {file: ../../etc/passwd}\n", "path-outside"),
        (HEAD + '  - statement: "a\\0b"\n', "control-character"),
        (HEAD + '  - statement: "\\ud800"\n', "yaml-syntax"),
    ],
    ids=range(24),
)
def test_it_is_refused_with_its_place(tmp_path: Path, talk: str, code: str) -> None:
    (tmp_path / "t.yaml").write_text(talk, encoding="utf-8")
    done = run(tmp_path, "build", "t.yaml", "-o", "t.pptx")
    assert done.returncode == 2, done.stderr[:2000]
    first = done.stderr.splitlines()[0]
    assert first.startswith("t.yaml:") and f"error[{code}]" in first
    assert not (tmp_path / "t.pptx").exists()


@pytest.mark.parametrize(
    "talk",
    [
        HEAD + "  - title: x\n    bullets: [a]\n" + "".join(f"    titel{n}: x\n" for n in range(10_000)),
        "".join(f"bulets{n}: x\n" for n in range(10_000)) + HEAD + "  - cover\n",
        HEAD + "  - title: x\n    bulets: [a]\n" * 10_000,
        HEAD + "  - title: x\n    id: a\n    bullets: [a]\n" * 3_000,
        HEAD + "  - title: x\n    bullets: ['*a', *b]\n" * 3_000,
        HEAD + f"  - statement: {'wort ' * 200}\n" * 500,
    ],
    ids=range(6),
)
def test_ten_thousand_problems_are_not_all_told(tmp_path: Path, talk: str) -> None:
    (tmp_path / "t.yaml").write_text(talk, encoding="utf-8")
    done = run(tmp_path, "build", "t.yaml", "-o", "t.pptx")
    assert done.returncode == 2
    assert 100 <= done.stderr.count("error[") <= 203, done.stderr[-500:]


def _png(width: int, height: int, rows: bytes) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (_png(20_000, 20_000, b"\0" * 1_000_000), "picture-too-large"),
        (_png(4_000, 4_000, b"\0" * 1000), "picture-broken"),
        (_png(10, 10, (b"\x09" + b"\0" * 30) * 10), "picture-broken"),
        (_png(0, 10, b""), "picture-"),
        (b"\xff\xd8" + b"\xff" * 1_000_000, "picture-"),
    ],
    ids=range(5),
)
def test_a_picture_that_lies_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    (tmp_path / "a.png").write_bytes(data)
    (tmp_path / "t.yaml").write_text(HEAD + "  - title: x\n    image: a.png\n", encoding="utf-8")
    done = run(tmp_path, "build", "t.yaml", "-o", "t.pptx")
    assert done.returncode == 2
    assert done.stderr.startswith("t.yaml:6:12: ") and f"error[{code}" in done.stderr


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<image href='../../secret.png' width='9' height='9'/>", "from outside of the file"),
        ("<g id='a'><use href='#a'/></g>", "refers to itself"),
        ("<foreignObject/>", "HTML"),
    ],
)
def test_a_hostile_svg_is_refused_at_its_line(tmp_path: Path, body: str, words: str) -> None:
    (tmp_path / "pictures").mkdir()
    text = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n  {body}\n</svg>'
    (tmp_path / "pictures" / "plan.svg").write_text(text, encoding="utf-8")
    (tmp_path / "t.yaml").write_text(HEAD + "  - title: x\n    image: pictures/plan.svg\n", encoding="utf-8")
    done = run(tmp_path, "build", "t.yaml", "-o", "t.pptx")
    assert done.returncode == 2
    assert done.stderr.startswith("pictures/plan.svg:2:3: error[svg-refused]") and words in done.stderr
    assert "t.yaml:6:12" in done.stderr
    assert not (tmp_path / "t.pptx").exists()
