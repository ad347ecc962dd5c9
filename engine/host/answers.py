"""The replies to light questions. Media libraries are imported when the first question needs them."""

from fractions import Fraction
from pathlib import Path

from engine.host.estimate import estimate
from engine.host.questions import Reply
from engine.protocol.queries import (
    AddModelFolder,
    AllowDownloads,
    AnyQuery,
    ChangeMotion,
    DescribeDataset,
    DetectFaces,
    EncodedFrame,
    EncodersReply,
    EstimateJob,
    FacesReply,
    FilmFrame,
    FilmLoudness,
    FilmSound,
    ForgetModelFolder,
    FormatSubtitles,
    ListEncoders,
    ListModels,
    LookForUpdate,
    MeasureSound,
    MeshReply,
    MorphFrames,
    MorphFramesReply,
    PictureReply,
    Probe,
    ProbeReply,
    ReadMotion,
    ReadSettings,
    ReadStyle,
    ReadSubtitles,
    RemoveModel,
    SharedMesh,
    ShowFilm,
    StyleRead,
    Thumbnail,
    UseStore,
    Waveform,
    WaveformReply,
    WriteMotion,
)


def answer(query: AnyQuery) -> Reply:
    """Find the reply to a question.

    Raises:
        PortraitsError: the file cannot be used.
    """
    match query:
        case Probe():
            return _probe(Path(query.path))
        case Thumbnail():
            return _thumbnail(query)
        case Waveform():
            return _waveform(query)
        case MeasureSound() | ReadSubtitles() | FormatSubtitles():
            from engine.host.sound_answers import sound_answer

            return sound_answer(query)
        case EstimateJob():
            return Reply(estimate(query.job))
        case ReadSettings():
            return _settings(Path(query.path))
        case ReadStyle():
            return _style(Path(query.path))
        case ListEncoders():
            from engine.media.hardware import working_encoders

            return Reply(EncodersReply(encoders=working_encoders(query.codec)))
        case DetectFaces():
            return _faces(query)
        case SharedMesh():
            return _mesh(query)
        case MorphFrames():
            return _morph_frames(query)
        case ReadMotion() | ChangeMotion() | WriteMotion() | DescribeDataset():
            from engine.host.motion_answers import motion_answer

            return motion_answer(query)
        case ListModels() | AllowDownloads() | AddModelFolder() | ForgetModelFolder() | UseStore() | RemoveModel():
            raise TypeError("questions about models are answered by ModelAnswers")
        case LookForUpdate():
            raise TypeError("questions about versions are answered by ModelAnswers")
        case ShowFilm() | FilmFrame() | FilmSound() | FilmLoudness() | EncodedFrame():
            raise TypeError("questions about the film are answered by FilmAnswers")


def _probe(path: Path) -> Reply:
    from engine.host.motion_probe import is_motion, probe_motion
    from engine.media.files import sha256_of
    from engine.media.probe import RECIPE_KEY, probe, read_metadata

    if is_motion(path):
        return Reply(ProbeReply(media=probe_motion(path), sha256=sha256_of(path)))
    media = probe(path)
    return Reply(ProbeReply(media=media, sha256=sha256_of(path), recipe=read_metadata(path).get(RECIPE_KEY, "")))


def _settings(path: Path) -> Reply:
    from engine.host.made_with import settings_read

    return Reply(settings_read(path))


def _style(path: Path) -> Reply:
    from engine.models.inspection import inspect
    from engine.protocol.models import LoraInfo

    found = inspect(path, read_numbers=False)
    return Reply(StyleRead(style=found if isinstance(found, LoraInfo) else None))


def _thumbnail(query: Thumbnail) -> Reply:
    from engine.host.motion_probe import is_motion, motion_thumbnail
    from engine.media.thumbnails import thumbnail

    path, at = Path(query.path), Fraction(query.time)
    rgba = motion_thumbnail(path, query.side, at) if is_motion(path) else thumbnail(path, query.side, at)
    height, width = rgba.shape[:2]
    return Reply(PictureReply(width=width, height=height), (rgba.tobytes(),))


def _waveform(query: Waveform) -> Reply:
    from engine.media.sound import read_sound
    from engine.media.waveform import waveform

    samples, rate = read_sound(Path(query.path), rate=None)
    data = waveform(samples, query.buckets).astype("<f4").tobytes()
    return Reply(WaveformReply(buckets=query.buckets, duration=len(samples) / rate), (data,))


def _faces(query: DetectFaces) -> Reply:
    import numpy as np

    from engine.morph.editing import find_faces

    found = find_faces(Path(query.path), query.sha256, query.confidence, query.crop)
    reply = FacesReply(
        width=found.width,
        height=found.height,
        detector=found.detector,
        detector_version=found.detector_version,
        faces=len(found.faces),
    )
    return Reply(reply, tuple(np.array(face.points, "<f8").tobytes() for face in found.faces))


def _mesh(query: SharedMesh) -> Reply:
    from engine.morph.editing import points_of, shared_mesh

    mesh = shared_mesh(points_of(query.first), points_of(query.second or query.first))
    payload = (mesh.triangles.astype("<i4").tobytes(), mesh.dropped.astype("<i4").tobytes())
    return Reply(MeshReply(triangles=len(mesh.triangles), left_out=len(mesh.dropped)), payload)


def _morph_frames(query: MorphFrames) -> Reply:
    from engine.morph.editing import morph_previews

    made = morph_previews().render(query)
    height, width = made.frames[0].shape[:2]
    reply = MorphFramesReply(
        width=width,
        height=height,
        frames=len(made.frames),
        left_out=made.left_out,
        notes=made.notes,
        seconds=made.seconds,
    )
    return Reply(reply, tuple(frame.tobytes() for frame in made.frames))
