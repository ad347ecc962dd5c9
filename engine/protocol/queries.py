"""Light questions the engine answers beside a running job: what is in a file, thumbnails, waveforms, estimates."""

from fractions import Fraction
from typing import Annotated, Literal

import msgspec

from engine.protocol.devices import StoreState
from engine.protocol.jobs import AnyJob
from engine.protocol.jobs.base import MediaInfo
from engine.protocol.jobs.encode import EncodeSettings
from engine.protocol.jobs.landmarks import Confidence
from engine.protocol.jobs.morph import MorphSettings
from engine.protocol.models import ModelState

Side = Annotated[int, msgspec.Meta(ge=16, le=4096)]


class Query(msgspec.Struct, frozen=True, kw_only=True, tag_field="query", forbid_unknown_fields=True):
    """The base of all questions."""


class Reply(msgspec.Struct, frozen=True, kw_only=True, tag_field="reply", forbid_unknown_fields=True):
    """The base of all replies."""


class Probe(Query, frozen=True, kw_only=True, tag="probe"):
    """What is in a media or project file, and with which recipe it was made."""

    path: str


class ProbeReply(Reply, frozen=True, kw_only=True, tag="probe"):
    media: MediaInfo
    sha256: str
    recipe: str = ""
    """The recipe as JSON, empty when the file carries none."""


class Thumbnail(Query, frozen=True, kw_only=True, tag="thumbnail"):
    """A small picture of a picture, movie or sound, at most ``side`` pixels wide and high."""

    path: str
    side: Side = 240
    time: Annotated[float, msgspec.Meta(ge=0)] = 0.0
    """Seconds into a movie."""


class PictureReply(Reply, frozen=True, kw_only=True, tag="picture"):
    """One byte frame of ``width * height * 4`` RGBA bytes follows."""

    width: int
    height: int


class Waveform(Query, frozen=True, kw_only=True, tag="waveform"):
    """The peaks of a sound: ``buckets`` pairs of minimum and maximum over its whole length."""

    path: str
    buckets: Annotated[int, msgspec.Meta(ge=1, le=200_000)]


class WaveformReply(Reply, frozen=True, kw_only=True, tag="waveform"):
    """One byte frame follows: float32 little endian, (buckets, 2), minimum and maximum in -1..1."""

    buckets: int
    duration: float


class EstimateJob(Query, frozen=True, kw_only=True, tag="estimate"):
    """What a job will need on this machine."""

    job: AnyJob


class Estimate(Reply, frozen=True, kw_only=True, tag="estimate"):
    """Never a hard block: the window says it and lets the person decide."""

    fit: Literal["fits", "tight", "does_not_fit"]
    memory: int
    """Bytes on the device the job runs on."""
    memory_available: int
    disk: int
    """Bytes of the result."""
    seconds: float | None = None
    advice: str = ""
    """What would make it fit, as a sentence."""
    retry: AnyJob | None = None
    """The job changed as the advice says."""


class DetectFaces(Query, frozen=True, kw_only=True, tag="detect_faces"):
    """The landmarks of every face in a picture, or in a part of it."""

    path: str
    sha256: str = ""
    """The file's hash where it is known: faces that were found before come from the cache."""
    confidence: Confidence = 0.5
    crop: tuple[int, int, int, int] | None = None
    """Left, top, width and height of the part to look at, in pixels of the picture; None for all of it."""


class FacesReply(Reply, frozen=True, kw_only=True, tag="faces"):
    """One byte frame for each face follows, the leftmost first: float64 little endian, (478, 2), pixels."""

    width: int
    height: int
    """The picture's size in pixels, as displayed."""
    detector: str
    detector_version: str
    faces: int


PointBytes = Annotated[bytes, msgspec.Meta(max_length=2 * 8 * 2048)]
"""float64 little endian, (count, 2): x and y in pixels of the picture as displayed."""


class SharedMesh(Query, frozen=True, kw_only=True, tag="shared_mesh"):
    """The triangles over the points of one picture, or over points that belong together in two, as a morph has them."""

    first: PointBytes
    second: PointBytes = b""
    """As many points as ``first``, or none."""


class MeshReply(Reply, frozen=True, kw_only=True, tag="mesh"):
    """Two byte frames follow, int32 little endian: the triangles (count, 3), and the indices of points left out."""

    triangles: int
    left_out: int


class MorphSide(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One picture of a morph, with its points as they are edited now."""

    path: str
    sha256: str = ""
    points: PointBytes = b""
    """478 landmarks, or none for a picture that only fades."""
    moved: Annotated[tuple[Annotated[int, msgspec.Meta(ge=0, lt=478)], ...], msgspec.Meta(max_length=478)] = ()
    key_points: Annotated[tuple[tuple[str, float, float], ...], msgspec.Meta(max_length=500)] = ()


MorphView = Literal["morph", "onion", "difference"]


class MorphFrames(Query, frozen=True, kw_only=True, tag="morph_frames"):
    """Frames between two pictures as their landmarks are edited.

    The engine keeps what it prepared of a pair, so that only a first question, or one for another size, takes long.
    """

    first: MorphSide
    second: MorphSide
    settings: MorphSettings = MorphSettings()
    times: Annotated[tuple[Annotated[float, msgspec.Meta(ge=0, le=1)], ...], msgspec.Meta(min_length=1, max_length=16)]
    side: Side = 512
    """Longer side of the frame that is rendered, in pixels."""
    shown_side: Annotated[int, msgspec.Meta(ge=0, le=4096)] = 0
    """Longer side of what is sent back, in pixels; 0 = as rendered."""
    view: MorphView = "morph"
    """onion: both pictures on the mesh at that time, half and half. difference: how far they are apart there."""
    live: bool = False
    """During a drag: the pictures stay where they lie in the frame, however the landmarks move."""


class MorphFramesReply(Reply, frozen=True, kw_only=True, tag="morph_frames"):
    """One byte frame of ``width * height * 4`` RGBA bytes for each time follows."""

    width: int
    height: int
    frames: int
    left_out: tuple[int, ...] = ()
    """Landmarks that the mesh of this pair had to leave out."""
    notes: tuple[str, ...] = ()
    seconds: float = 0.0
    """How long the engine took."""


FilmName = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]


class ShowFilm(Query, frozen=True, kw_only=True, tag="show_film"):
    """Hand over a film as it stands in the window, saved or not; FilmFrame and FilmSound mean it by its name."""

    film: FilmName
    path: str
    """Where its project lies or will lie; its media is beside that."""
    project: Annotated[bytes, msgspec.Meta(max_length=15 * 2**20)]
    """The project as the JSON of its file."""


class FilmShown(Reply, frozen=True, kw_only=True, tag="film_shown"):
    """The film was taken over."""

    film: FilmName
    has_sound: bool


class FilmFrame(Query, frozen=True, kw_only=True, tag="film_frame"):
    """A frame of the film at a size; the reply is a PictureReply. At the film's own size it is what is exported."""

    film: FilmName
    frame: Annotated[int, msgspec.Meta(ge=0, le=10**9)]
    width: Side
    height: Side
    subtitles: bool = False


class FilmSound(Query, frozen=True, kw_only=True, tag="film_sound"):
    """Mixed sound of the film at 48 kHz, stereo, from a time in seconds on."""

    film: FilmName
    start: Fraction
    samples: Annotated[int, msgspec.Meta(ge=1, le=60 * 48_000)]


class EncodedFrame(Query, frozen=True, kw_only=True, tag="encoded_frame"):
    """A frame of the film as a file would show it, encoded with these settings."""

    film: FilmName
    frame: Annotated[int, msgspec.Meta(ge=0, le=10**9)]
    width: Side
    height: Side
    suffix: Annotated[str, msgspec.Meta(pattern=r"\A(\.[a-z0-9]{1,5})?\Z")]
    """Of the file: it decides the container; "" is a folder of single pictures."""
    encode: EncodeSettings
    subtitles: bool = False


class EncodedFrameReply(Reply, frozen=True, kw_only=True, tag="encoded_frame"):
    """One byte frame of ``width * height * 4`` RGBA bytes follows; ``size`` is what it takes in the file, in bytes."""

    width: int
    height: int
    size: int


class SoundReply(Reply, frozen=True, kw_only=True, tag="sound"):
    """One byte frame follows: int16 little endian, (samples, 2)."""

    samples: int


class ListModels(Query, frozen=True, kw_only=True, tag="list_models"):
    """Every model of the catalog, and where models lie."""


class AllowDownloads(Query, frozen=True, kw_only=True, tag="allow_downloads"):
    """Allow downloads from now on, or forbid them; a running one is then paused."""

    allowed: bool


class AddModelFolder(Query, frozen=True, kw_only=True, tag="add_model_folder"):
    """Look for models in a folder as well; it is only read."""

    path: str


class ForgetModelFolder(Query, frozen=True, kw_only=True, tag="forget_model_folder"):
    """Look no more in a folder that was added; its files stay."""

    path: str


class UseStore(Query, frozen=True, kw_only=True, tag="use_store"):
    """Bring models into another folder from now on; nothing is moved, the former one is still searched."""

    path: str
    """"" for the Hugging Face cache."""


class RemoveModel(Query, frozen=True, kw_only=True, tag="remove_model"):
    """Delete the files of a downloaded model."""

    model: str


class ModelStates(Reply, frozen=True, kw_only=True, tag="models"):
    """The reply to every question about models: all of them as they are now."""

    models: tuple[ModelState, ...]
    store: StoreState
    problems: tuple[str, ...] = ()
    """What is wrong in the person's own catalog, as sentences."""


AnyModelQuery = ListModels | AllowDownloads | AddModelFolder | ForgetModelFolder | UseStore | RemoveModel
AnyFilmQuery = ShowFilm | FilmFrame | FilmSound | EncodedFrame
AnyQuery = (
    Probe | Thumbnail | Waveform | EstimateJob | DetectFaces | SharedMesh | MorphFrames | AnyFilmQuery | AnyModelQuery
)
AnyReply = (
    ProbeReply
    | PictureReply
    | WaveformReply
    | Estimate
    | FacesReply
    | MeshReply
    | MorphFramesReply
    | FilmShown
    | SoundReply
    | ModelStates
    | EncodedFrameReply
)
