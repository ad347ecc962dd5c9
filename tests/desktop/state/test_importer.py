"""Bringing files and results into the project."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from desktop.link import FakeLink
from desktop.state.document import Document
from desktop.state.importer import Importer, ImportReport, list_files
from engine.project.folder import media_folder
from engine.protocol.errors import ErrorCode, Failure, PortraitsError, quoted
from engine.protocol.jobs import AnimateJob, ExtractMotionJob, ImageJob, TokenizeMotionJob, VideoJob, VoiceJob
from engine.protocol.jobs.base import Artifact, MediaInfo, Source
from engine.protocol.jobs.image import Lora
from engine.protocol.queries import AnyQuery, AnyReply, Probe, ProbeReply
from engine.protocol.recipe import recipe_of, to_text
from tests.desktop.state.conftest import Heard
from tests.helpers.waiting import LIMIT

_RECIPE = recipe_of(VoiceJob(text="Hello.", output="a.wav"), app_version="0.1.0", inputs={})


@pytest.fixture
def importer(engine: FakeLink, document: Document) -> Iterator[Importer]:
    engine.auto_reply[Probe] = _probe
    importer = Importer(engine, document)
    yield importer
    importer.close()


def _probe(query: AnyQuery) -> tuple[AnyReply, tuple[bytes, ...]]:
    """Know files by their names."""
    assert isinstance(query, Probe)
    path = Path(query.path)
    kind: Any = {".wav": "sound", ".srt": "subtitles"}.get(path.suffix, "picture")
    recipe = to_text(_RECIPE) if "made" in path.name else "{" if "odd" in path.name else ""
    return ProbeReply(media=MediaInfo(kind=kind, width=8, height=8), sha256="0" * 64, recipe=recipe), ()


def _files(folder: Path, *names: str) -> tuple[Path, ...]:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_bytes(name.encode())
    return tuple(folder / name for name in names)


def _report(qtbot: Any, importer: Importer, paths: tuple[Path, ...]) -> ImportReport:
    with qtbot.waitSignal(importer.finished, timeout=LIMIT * 1000) as caught:
        importer.add_files(paths)
    report = caught.args[0]
    assert isinstance(report, ImportReport)
    return report


def test_files_come_in_as_one_step(importer: Importer, document: Document, tmp_path: Path, qtbot: Any) -> None:
    report = _report(qtbot, importer, _files(tmp_path / "in", "a.png", "b.png", "c.wav"))
    assert report.problems == ()
    assert sorted(item.name for item in document.project.media) == ["a.png", "b.png", "c.wav"]
    for item in document.project.media:
        assert (media_folder(document.path) / item.path).read_bytes() == item.name.encode()
    assert document.undo.count() == 1
    document.undo.undo()
    assert document.project.media == ()


def test_a_folder_gives_its_media_in_order_and_leaves_out_the_rest(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    _files(folder, "b.png", "a.JPG", "notes.txt", ".hidden.png")
    _files(folder / "sub", "c.mp4")
    _files(folder / ".git", "d.png")
    loose = _files(tmp_path, "loose.txt")
    found = [path.relative_to(tmp_path).as_posix() for path in list_files((folder, *loose))]
    assert found == ["in/a.JPG", "in/b.png", "in/sub/c.mp4", "loose.txt"]


def test_what_is_broken_or_no_media_is_named_and_the_rest_comes_in(
    importer: Importer, document: Document, engine: FakeLink, tmp_path: Path, qtbot: Any
) -> None:
    def choosy(query: AnyQuery) -> tuple[AnyReply, tuple[bytes, ...]]:
        return _probe(query)

    engine.auto_reply[Probe] = choosy
    good, empty, subtitles = _files(tmp_path / "in", "good.png", "empty.png", "words.srt")
    empty.write_bytes(b"")
    report = _report(qtbot, importer, (good, empty, subtitles, tmp_path / "in" / "gone.png"))
    assert [item.name for item in report.items] == ["good.png"]
    assert {Path(path).name for path, _ in report.problems} == {"empty.png", "words.srt", "gone.png"}
    assert all(failure.what for _, failure in report.problems)
    assert [item.name for item in document.project.media] == ["good.png"]


def test_a_file_the_engine_cannot_read_is_a_problem(
    importer: Importer, engine: FakeLink, tmp_path: Path, qtbot: Any
) -> None:
    del engine.auto_reply[Probe]
    paths = _files(tmp_path / "in", "broken.png")
    with qtbot.waitSignal(importer.finished, timeout=LIMIT * 1000) as caught:
        importer.add_files(paths)
        qtbot.waitUntil(lambda: bool(engine.asked), timeout=LIMIT * 1000)
        refusal = PortraitsError(ErrorCode.BAD_INPUT, f"{quoted(paths[0])} cannot be read.").failure
        engine.refuse(engine.asked[0][0], refusal)
    assert caught.args[0].problems == ((str(paths[0]), refusal),)


def test_recipes_come_along_and_unreadable_ones_do_not_matter(
    importer: Importer, document: Document, tmp_path: Path, qtbot: Any
) -> None:
    _report(qtbot, importer, _files(tmp_path / "in", "made.png", "odd.png"))
    recipes = {item.name: item.recipe for item in document.project.media}
    made = recipes["made.png"]
    assert made is not None
    assert made.job["kind"] == "voice"
    assert recipes["odd.png"] is None


def test_files_of_a_project_that_was_closed_meanwhile_stay_out_of_the_next(
    importer: Importer, document: Document, tmp_path: Path, qtbot: Any
) -> None:
    paths = _files(tmp_path / "in", "a.png")
    with qtbot.waitSignal(importer.finished, timeout=LIMIT * 1000) as caught:
        importer.add_files(paths)
        document.new()
    report = caught.args[0]
    assert report.items == ()
    assert [path for path, _ in report.problems] == ["a.png"]
    assert document.project.media == ()


def test_too_many_files_are_said_once(
    importer: Importer, tmp_path: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.state.importer.MAX_FILES", 2)
    report = _report(qtbot, importer, _files(tmp_path / "in", "a.png", "b.png", "c.png", "d.png"))
    assert sorted(item.name for item in report.items) == ["a.png", "b.png"]
    ((path, failure),) = report.problems
    assert (Path(path).name, failure.code) == ("c.png", ErrorCode.BAD_INPUT)


def test_many_files_are_asked_for_a_few_at_a_time(
    importer: Importer, document: Document, engine: FakeLink, tmp_path: Path, qtbot: Any
) -> None:
    heard = Heard(progress=importer.progressed)
    _files(tmp_path / "in", *(f"{number:03}.png" for number in range(200)))
    report = _report(qtbot, importer, (tmp_path / "in",))
    assert len(report.items) == len(document.project.media) == 200
    assert len(engine.asked) == 200
    assert document.undo.count() == 1
    assert heard.of("progress")[0].total == 200


def test_cancelling_keeps_what_is_done(
    importer: Importer, document: Document, engine: FakeLink, tmp_path: Path, qtbot: Any
) -> None:
    del engine.auto_reply[Probe]
    paths = _files(tmp_path / "in", *(f"{number:03}.png" for number in range(50)))
    importer.add_files(paths)
    qtbot.waitUntil(lambda: len(engine.asked) == 4, timeout=LIMIT * 1000)
    with qtbot.waitSignal(importer.finished, timeout=LIMIT * 1000):
        importer.cancel()
        for query_id, query in list(engine.asked):
            engine.reply(query_id, *_probe(query)[:1])
    assert len(engine.asked) == 4
    assert len(document.project.media) == 4
    assert not importer.busy


def test_results_come_in_with_the_recipe_of_their_job(
    importer: Importer, document: Document, tmp_path: Path, qtbot: Any
) -> None:
    (sound, words) = _files(tmp_path / "out", "line.wav", "line.srt")
    job = VoiceJob(text="Hello.", output=str(sound), seed=7)
    artifacts = (
        Artifact(path=str(sound), sha256="0" * 64, media=MediaInfo(kind="sound", duration=1.0)),
        Artifact(path=str(words), sha256="0" * 64, media=MediaInfo(kind="subtitles")),
    )
    with qtbot.waitSignal(importer.finished, timeout=LIMIT * 1000):
        importer.add_results(job, artifacts)
    (item,) = document.project.media
    assert item.kind == "voice"
    assert item.recipe is not None
    assert item.recipe.job["seed"] == 7


@pytest.mark.parametrize("made", ["tokenizer", "tokens", "dataset"])
def test_what_jobs_make_beside_motions_is_no_media(
    importer: Importer, document: Document, tmp_path: Path, qtbot: Any, made: str
) -> None:
    (file,) = _files(tmp_path / "out", "4DMoT.npz")
    artifact = Artifact(path=str(file), sha256="0" * 64, media=MediaInfo(kind="motion", format=made))
    job = TokenizeMotionJob(motion=Source(path="walk.npz"), output=str(file))
    with qtbot.waitSignal(importer.finished, timeout=LIMIT * 1000):
        importer.add_results(job, (artifact,))
    assert document.project.media == ()


def test_a_result_that_is_gone_is_a_problem(importer: Importer, document: Document, qtbot: Any) -> None:
    artifact = Artifact(path="/nowhere/line.wav", sha256="0" * 64, media=MediaInfo(kind="sound"))
    with qtbot.waitSignal(importer.finished, timeout=LIMIT * 1000) as caught:
        importer.add_results(VoiceJob(text="Hello.", output="a.wav"), (artifact,))
    ((path, failure),) = caught.args[0].problems
    assert path == "/nowhere/line.wav"
    assert isinstance(failure, Failure)
    assert document.project.media == ()


def test_each_picture_of_a_job_has_the_seed_that_made_it(
    importer: Importer, engine: FakeLink, document: Document, tmp_path: Path, qtbot: Any
) -> None:
    style = Lora(source=Source(path=str(tmp_path / "ink.safetensors")))
    job = ImageJob(prompt="a __mood__ man", output=str(tmp_path), seed=40, num_images=3, loras=(style,))
    files = _files(tmp_path / "out", "p40.png", "p41.png", "bare.png")
    told = {
        path.name: to_text(
            recipe_of(replace(job, seed=seed, num_images=1, prompt="a calm man"), app_version="1", inputs={})
        )
        for path, seed in zip(files, (40, 41), strict=False)
    }

    def probe(query: AnyQuery) -> tuple[AnyReply, tuple[bytes, ...]]:
        assert isinstance(query, Probe)
        recipe = told.get(Path(query.path).name, "")
        return ProbeReply(media=MediaInfo(kind="picture", width=8, height=8), sha256="0" * 64, recipe=recipe), ()

    engine.auto_reply[Probe] = probe
    info = MediaInfo(kind="picture", width=8, height=8)
    with qtbot.waitSignal(importer.finished, timeout=LIMIT * 1000) as caught:
        importer.add_results(job, tuple(Artifact(path=str(path), sha256="0" * 64, media=info) for path in files))
    assert caught.args[0].made
    recipes = {item.name: item.recipe for item in document.project.media}
    jobs = {name: recipe.job for name, recipe in recipes.items() if recipe is not None}
    assert (jobs["p40.png"]["seed"], jobs["p41.png"]["seed"]) == (40, 41)
    assert jobs["p41.png"]["prompt"] == "a calm man"
    assert jobs["p41.png"]["loras"][0]["source"]["path"] == str(tmp_path / "ink.safetensors"), "found again from here"
    assert jobs["bare.png"]["num_images"] == 3, "without a recipe of its own it has that of the job"


@pytest.mark.parametrize(
    ("job", "suffix", "media", "kind"),
    [
        (VoiceJob(text="Hello.", output="a.wav"), ".wav", "sound", "voice"),
        (AnimateJob(reference=Source(path="a"), motion=Source(path="b"), output="c.mp4"), ".mp4", "movie", "animation"),
        (VideoJob(prompt="rain", output="a.mp4"), ".mp4", "movie", "shot"),
        (ExtractMotionJob(video=Source(path="a"), output="a.npz"), ".npz", "motion", "motion"),
    ],
)
def test_results_are_of_the_kind_that_their_job_makes(
    importer: Importer, document: Document, tmp_path: Path, qtbot: Any, job: Any, suffix: str, media: Any, kind: str
) -> None:
    (file,) = _files(tmp_path / "out", f"result{suffix}")
    info = MediaInfo(kind=media, width=8, height=8, duration=1.0)
    with qtbot.waitSignal(importer.finished, timeout=LIMIT * 1000):
        importer.add_results(job, (Artifact(path=str(file), sha256="0" * 64, media=info),))
    assert [item.kind for item in document.project.media] == [kind]


def test_motions_come_out_of_a_dropped_folder(tmp_path: Path) -> None:
    names = ("walk.motion.npz", "jump.BVH", "clips.pkl", "weights.safetensors", "notes.txt")
    _files(tmp_path / "in", *names)
    assert [path.name for path in list_files((tmp_path / "in",))] == ["clips.pkl", "jump.BVH", "walk.motion.npz"]
