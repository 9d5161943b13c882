"""`deckgen.build_all`: any executor, the same bytes; one deck's trouble is that deck's alone."""

from __future__ import annotations

import os
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import deckgen

TALK = "title: Vortrag {n}\nlang: de\nslides:\n  - cover\n  - statement: Satz {n}.\n    notes: Worte.\n    time: 2m\n"


@pytest.fixture
def jobs(tmp_path: Path) -> list[deckgen.Job]:
    """Six decks, each beside the bytes that it has to have."""
    made = []
    for n in range(6):
        talk = tmp_path / f"talk-{n}.yaml"
        talk.write_text(TALK.format(n=n), encoding="utf-8")
        deckgen.write(deckgen.compose(deckgen.load(talk)), tmp_path / "alone" / f"{n}.pptx")
        made.append(deckgen.Job(str(talk), str(tmp_path / "all" / f"{n}.pptx")))
    return made


def same(jobs: list[deckgen.Job], built: list[deckgen.Built]) -> None:
    """The decks are there, in the order of the jobs, and as a build of their own makes them."""
    assert [b.job for b in built] == jobs
    assert [(b.status, b.message) for b in built] == [("built", "")] * len(jobs)
    for job in jobs:
        output = Path(job.output)
        assert output.read_bytes() == (output.parent.parent / "alone" / output.name).read_bytes()
    assert sorted(p.name for p in Path(jobs[0].output).parent.iterdir()) == [f"{n}.pptx" for n in range(6)]


def test_processes_of_this_machine(jobs: list[deckgen.Job]) -> None:
    told: list[str] = []
    built = deckgen.build_all(jobs, workers=2, done=lambda b: told.append(b.job.output))
    same(jobs, built)
    assert sorted(told) == sorted(job.output for job in jobs)
    assert os.getpid() not in {b.worker for b in built}


def test_one_worker_is_this_process(jobs: list[deckgen.Job]) -> None:
    built = deckgen.build_all(jobs, workers=1)
    same(jobs, built)
    assert {b.worker for b in built} == {os.getpid()}


def test_threads_of_this_process(jobs: list[deckgen.Job]) -> None:
    """They share all that is cached, and write into one folder."""
    with ThreadPoolExecutor(4) as pool:
        built = deckgen.build_all(jobs, executor=pool)
    same(jobs, built)
    for job, one in zip(jobs, built):
        assert job.talk in one.read
        assert not any(other.talk in one.read for other in jobs if other is not job)


def test_a_dask_cluster(jobs: list[deckgen.Job]) -> None:
    distributed = pytest.importorskip("distributed")
    cluster = distributed.LocalCluster(
        n_workers=2, threads_per_worker=2, processes=True, dashboard_address=":0"
    )
    with cluster, distributed.Client(cluster) as client:
        same(jobs, deckgen.build_all(jobs, executor=client.get_executor()))


@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed otherwise there")
def test_a_worker_that_is_killed_stops_no_other_deck(jobs: list[deckgen.Job]) -> None:
    killed: list[int] = []

    def kill(built: deckgen.Built) -> None:
        if not killed:
            killed.append(built.worker)
            os.kill(built.worker, signal.SIGKILL)

    same(jobs, deckgen.build_all(jobs, workers=2, done=kill))
    assert killed


def test_what_is_wrong_with_a_talk_is_its_own_result(jobs: list[deckgen.Job]) -> None:
    Path(jobs[2].talk).write_text("title: x\nslides: [covr]\n", encoding="utf-8")
    missing = deckgen.Job(str(Path(jobs[0].talk).with_name("none.yaml")), jobs[0].output + "x.pptx")
    built = deckgen.build_all([*jobs, missing], workers=2)
    assert [b.status for b in built] == ["built", "built", "failed", "built", "built", "built", "failed"]
    assert [f.code for f in built[2].findings] == ["unknown-kind"]
    assert [f.code for f in built[6].findings] == ["talk-missing"]


def test_two_jobs_for_one_file_are_refused(jobs: list[deckgen.Job]) -> None:
    with pytest.raises(ValueError, match="two jobs write"):
        deckgen.build_all([*jobs, jobs[0]])
