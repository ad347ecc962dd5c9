from dataclasses import replace
from itertools import pairwise

import msgspec
import numpy as np
import pytest

from engine.morph.mesh import smallest_areas
from engine.morph.morph import Morph
from engine.morph.picture import Frame, PreparedPicture, prepare_picture
from engine.morph.strips import StripWorkers
from engine.project.landmarks import KeyPoint
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs.morph import Curve, MorphSettings
from tests.helpers.media import psnr
from tests.morph.conftest import SIDE

NONE = MorphSettings(separation="none")
FACE = MorphSettings(separation="face", background=Curve(kind="ease_in"))
PERSON = MorphSettings()
ALL = [NONE, FACE, PERSON]


def names(settings: MorphSettings) -> str:
    return settings.separation


@pytest.mark.parametrize("settings", ALL, ids=names)
@pytest.mark.parametrize("light", ["display", "linear"])
def test_a_picture_morphed_to_itself_stays_itself(
    prepared: list[PreparedPicture], workers: StripWorkers, settings: MorphSettings, light: str
) -> None:
    morph = Morph(prepared[0], prepared[0], msgspec.structs.replace(settings, light=light), workers)
    for t in (0.0, 0.3, 0.5, 1.0):
        assert psnr(morph.at(t), prepared[0].rgba) > 40


@pytest.mark.parametrize("settings", ALL, ids=names)
def test_both_ends_are_the_pictures_themselves(
    prepared: list[PreparedPicture], workers: StripWorkers, settings: MorphSettings
) -> None:
    morph = Morph(prepared[0], prepared[1], settings, workers)
    assert np.array_equal(morph.at(0), prepared[0].rgba)
    assert np.array_equal(morph.at(1), prepared[1].rgba)


@pytest.mark.parametrize("settings", ALL, ids=names)
def test_the_first_step_away_from_an_end_does_not_jump(
    prepared: list[PreparedPicture], workers: StripWorkers, settings: MorphSettings
) -> None:
    for a, b in pairwise(prepared):
        morph = Morph(a, b, settings, workers)
        assert psnr(morph.frame(1e-4, 1e-4), a.rgba) > 38
        assert psnr(morph.frame(1 - 1e-4, 1 - 1e-4), b.rgba) > 38


@pytest.mark.parametrize("settings", [NONE, PERSON], ids=names)
def test_the_way_back_shows_the_same_frames(
    prepared: list[PreparedPicture], workers: StripWorkers, settings: MorphSettings
) -> None:
    there, back = (
        Morph(prepared[0], prepared[1], settings, workers),
        Morph(prepared[1], prepared[0], settings, workers),
    )
    for t in (0.25, 0.5):
        assert psnr(there.frame(t, t), back.frame(1 - t, 1 - t)) > 38


def test_no_triangle_turns_over_between_any_two_samples(prepared: list[PreparedPicture]) -> None:
    for a in prepared:
        for b in prepared:
            morph = Morph(a, b, PERSON)
            (points_a, triangles), (points_b, _) = morph.mesh_at(0), morph.mesh_at(1)
            assert (smallest_areas(points_a, points_b, triangles) > 0).all()
            assert len(triangles) > 800


@pytest.mark.parametrize("settings", ALL, ids=names)
def test_every_frame_is_opaque_and_written_whole(
    prepared: list[PreparedPicture], workers: StripWorkers, settings: MorphSettings
) -> None:
    morph = Morph(prepared[1], prepared[2], settings, workers)
    marked = np.full((SIDE, SIDE, 4), 77, np.uint8)
    result = morph.at(0.4, marked)
    assert result is marked
    assert (result[..., 3] == 255).all()
    again = morph.at(0.4, np.zeros_like(marked))
    assert np.array_equal(result, again)


def test_the_number_of_threads_changes_nothing(prepared: list[PreparedPicture]) -> None:
    frames = [Morph(prepared[0], prepared[2], PERSON, StripWorkers(n)).at(0.5) for n in (1, 3)]
    assert np.array_equal(*frames)


def test_shape_and_colour_are_apart(prepared: list[PreparedPicture], workers: StripWorkers) -> None:
    morph = Morph(prepared[0], prepared[1], NONE, workers)
    only_shape, only_colour = morph.frame(1, 0), morph.frame(0, 1)
    # The first one's colours on the second one's form still have blue eyes where the second one's eyes are.
    assert psnr(only_shape, only_colour) < 25
    assert psnr(only_shape, prepared[0].rgba) < 35


def test_the_background_follows_its_own_curve(prepared: list[PreparedPicture], workers: StripWorkers) -> None:
    late = Curve(kind="points", points=((0, 0), (0.9, 0), (1, 1)))
    corner = np.s_[:30, :30]
    for separation in ("person", "face"):
        settings = MorphSettings(separation=separation, background=late, shape=Curve(), colour=Curve())
        frame = Morph(prepared[0], prepared[1], settings, workers).at(0.5)
        assert psnr(frame[corner], prepared[0].rgba[corner]) > 35
        nose = prepared[0].points[4].astype(int)
        around = np.s_[nose[1] - 8 : nose[1] + 8, nose[0] - 8 : nose[0] + 8]
        assert psnr(frame[around], prepared[0].rgba[around]) < 25


def test_a_caricature_goes_beyond_the_pictures(prepared: list[PreparedPicture], workers: StripWorkers) -> None:
    wide = Curve(kind="points", points=((0, -0.4), (1, 1.4)))
    morph = Morph(prepared[0], prepared[1], msgspec.structs.replace(NONE, shape=wide), workers)
    difference = morph.mesh_at(1)[0] - morph.mesh_at(0)[0]
    between = prepared[1].points - prepared[0].points
    assert difference[:478] == pytest.approx(1.8 * between)
    assert psnr(morph.at(0), prepared[0].rgba) < 40
    (low, triangles), (high, _) = morph.mesh_at(0), morph.mesh_at(1)
    assert (smallest_areas(low, high, triangles) > 0).all()


def test_linear_light_is_brighter_in_the_middle(prepared: list[PreparedPicture], workers: StripWorkers) -> None:
    for settings in (NONE, PERSON):
        display = Morph(prepared[0], prepared[1], settings, workers).frame(0.5, 0.5)
        linear = Morph(prepared[0], prepared[1], msgspec.structs.replace(settings, light="linear"), workers).frame(
            0.5, 0.5
        )
        assert linear[..., :3].mean() > display[..., :3].mean() + 1


def test_a_pair_without_a_face_fades_and_says_which(prepared: list[PreparedPicture], workers: StripWorkers) -> None:
    garden = PreparedPicture("garden.jpg", np.full_like(prepared[0].rgba, 255))
    morph = Morph(prepared[0], garden, MorphSettings(), workers)
    assert morph.crossfades
    assert ["garden.jpg" in note for note in morph.notes] == [True]
    expected = (prepared[0].rgba.astype(int) + garden.rgba + 1) // 2
    assert np.abs(morph.frame(0.5, 0.5) - expected).max() <= 1
    assert morph.mesh_at(0.5)[0].shape == (0, 2)


def test_a_person_that_cannot_be_cut_out_is_told(prepared: list[PreparedPicture], workers: StripWorkers) -> None:
    morph = Morph(prepared[0], replace(prepared[1], layers=None), MorphSettings(), workers)
    assert len(morph.notes) == 1
    assert "portrait-2.jpg" in morph.notes[0]
    assert (morph.at(0.5)[..., 3] == 255).all()


def test_landmarks_of_two_detectors_are_not_mixed(prepared: list[PreparedPicture]) -> None:
    other = replace(prepared[1], source=("another", "3"))
    with pytest.raises(PortraitsError, match="different detectors"):
        Morph(prepared[0], other)


def test_key_points_hold_what_landmarks_do_not(portraits: list, workers: StripWorkers) -> None:
    frame = Frame(SIDE, SIDE)
    spot = [(40.0, 60.0), (52.0, 48.0)]
    pictures = []
    for (rgba, landmarks), (x, y) in zip(portraits[:2], spot, strict=True):
        marked = msgspec.structs.replace(
            landmarks, key_points=(KeyPoint(id="lamp", x=x, y=y), KeyPoint(id=f"only {x}", x=1, y=1))
        )
        pictures.append(prepare_picture(rgba, marked, frame, name="x", separation="none"))
    points, triangles = Morph(pictures[0], pictures[1], NONE, workers).mesh_at(0.5)
    middle = np.array([46.0, 54.0])
    index = int(np.abs(points - middle).sum(axis=1).argmin())
    assert points[index] == pytest.approx(middle)
    assert index in triangles
    assert len(points) == 478 + 1 + 32


def test_moved_landmarks_show_at_once(prepared: list[PreparedPicture], workers: StripWorkers) -> None:
    morph = Morph(prepared[0], prepared[1], PERSON, workers)
    before = morph.at(0.5)
    moved = morph.a.points.copy()
    moved[1] += (6, 4)
    morph.update(points_a=moved)
    after = morph.at(0.5)
    changed = np.abs(before.astype(int) - after).max(axis=2) > 2
    rows, columns = np.nonzero(changed)
    nose = moved[1]
    assert changed.any()
    assert np.hypot(rows - nose[1], columns - nose[0]).max() < 60


def test_transparent_pictures_stay_transparent(portraits: list, workers: StripWorkers) -> None:
    frame = Frame(SIDE, SIDE)
    cut = []
    for rgba, landmarks in portraits[:2]:
        whole = prepare_picture(rgba, landmarks, frame, name="whole")
        assert whole.layers is not None
        clear = rgba.copy()
        clear[..., 3] = whole.layers.person[..., 3]
        cut.append(prepare_picture(clear, landmarks, frame, name="cut"))
    assert all(picture.layers is not None for picture in cut)
    for settings in ALL:
        result = Morph(cut[0], cut[1], settings, workers).at(0.5)
        assert (result[:40, :40, 3] == 0).all()
        x, y = cut[0].points[4].astype(int)
        assert (result[y - 5 : y + 5, x - 5 : x + 5, 3] == 255).all()


def test_pictures_of_two_sizes_are_a_programming_error(prepared: list[PreparedPicture]) -> None:
    with pytest.raises(ValueError, match="one frame"):
        Morph(prepared[0], PreparedPicture("x", np.zeros((8, 8, 4), np.uint8)))
