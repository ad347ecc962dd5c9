"""Light questions the engine answers beside a running job: what is in a file, thumbnails, waveforms, estimates."""

from fractions import Fraction
from typing import Annotated, Literal

import msgspec

from engine.protocol.devices import StoreState
from engine.protocol.jobs import AnyJob
from engine.protocol.jobs.base import MediaInfo
from engine.protocol.jobs.encode import EncoderKind, EncodeSettings, VideoCodec
from engine.protocol.jobs.landmarks import Confidence
from engine.protocol.jobs.morph import MorphSettings
from engine.protocol.jobs.motion import MotionIndex, PersonIndex, Smoothing
from engine.protocol.models import LoraInfo, ModelState

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


class MeasureSound(Query, frozen=True, kw_only=True, tag="measure_sound"):
    """The loudness of a sound after EBU R128, over its whole length."""

    path: str


class LoudnessReply(Reply, frozen=True, kw_only=True, tag="loudness"):
    """Two byte frames follow, float32 little endian, ``steps`` values of LUFS each: momentary, then short-term.

    Value k is that of the time ``(k + 1) * step``; silence is -120.
    """

    step: float
    steps: int
    integrated: float | None
    """LUFS of the whole sound; None for silence and less than 0.4 s."""
    true_peak: float | None
    """dBTP; None for silence."""


LATEST_CUE = 360_000_000
LONGEST_CUE = 5000


class Cue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A subtitle: what is said from ``start`` to ``end``, in milliseconds."""

    start: Annotated[int, msgspec.Meta(ge=0, le=LATEST_CUE)]
    end: Annotated[int, msgspec.Meta(ge=0, le=LATEST_CUE)]
    text: Annotated[str, msgspec.Meta(max_length=LONGEST_CUE)]


MOST_CUES = 20_000
Cues = Annotated[tuple[Cue, ...], msgspec.Meta(max_length=MOST_CUES)]


class ReadSubtitles(Query, frozen=True, kw_only=True, tag="read_subtitles"):
    """The subtitles of an .srt or .vtt file, in order of their starts."""

    path: str


class SubtitlesReply(Reply, frozen=True, kw_only=True, tag="subtitles"):
    """What the file holds."""

    cues: Cues


class FormatSubtitles(Query, frozen=True, kw_only=True, tag="format_subtitles"):
    """Subtitles as the text of a file."""

    cues: Cues
    format: Literal["srt", "vtt"]


class TextReply(Reply, frozen=True, kw_only=True, tag="text"):
    """A text."""

    text: str


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
    draft: bool = False
    """While the film plays or is scrubbed: long movies come from their proxies, where they have some."""


class FilmLoudness(Query, frozen=True, kw_only=True, tag="film_loudness"):
    """How loud the film is from one second to another, as it is mixed."""

    film: FilmName
    start: Fraction
    end: Fraction


class FilmLoudnessReply(Reply, frozen=True, kw_only=True, tag="film_loudness"):
    """``integrated`` in LUFS and ``true_peak`` in dBTP (EBU R128); None for silence."""

    integrated: float | None
    true_peak: float | None


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
    caption_size: Annotated[float, msgspec.Meta(ge=0.02, le=0.12)] = 0.045


class EncodedFrameReply(Reply, frozen=True, kw_only=True, tag="encoded_frame"):
    """One byte frame of ``width * height * 4`` RGBA bytes follows; ``size`` is what it takes in the file, in bytes."""

    width: int
    height: int
    size: int
    seconds: float = 0.0
    """How long a frame took to be made and encoded."""


class ListEncoders(Query, frozen=True, kw_only=True, tag="list_encoders"):
    """Which encoders of graphics cards write a codec here. The first question about a codec tries them."""

    codec: VideoCodec


class EncodersReply(Reply, frozen=True, kw_only=True, tag="encoders"):
    """Those that wrote a movie which could be read again; the processor always does and is not named."""

    encoders: tuple[EncoderKind, ...]


class SoundReply(Reply, frozen=True, kw_only=True, tag="sound"):
    """One byte frame follows: int16 little endian, (samples, 2)."""

    samples: int


class ReadSettings(Query, frozen=True, kw_only=True, tag="read_settings"):
    """How a picture, movie or sound was made: by our own recipe, or by what other programs write into pictures."""

    path: str


class SettingsRead(Reply, frozen=True, kw_only=True, tag="settings"):
    """The job that makes such a file again, None when the file does not tell."""

    job: AnyJob | None
    notes: tuple[str, ...] = ()
    """What could not be taken over, as sentences."""
    origin: str = ""
    """The program that wrote it: ``Portraits``, ``AUTOMATIC1111``, ``ComfyUI``, ``InvokeAI``, ``SwarmUI``, or empty."""


class ReadStyle(Query, frozen=True, kw_only=True, tag="read_style"):
    """What a style (LoRA) is, from the header of its .safetensors file."""

    path: str


class StyleRead(Reply, frozen=True, kw_only=True, tag="style"):
    """``style`` is None when the file is no style."""

    style: LoraInfo | None


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


MotionBytes = Annotated[bytes, msgspec.Meta(max_length=14 * 2**20)]
"""float32 little endian; a motion of 45 000 frames fits."""


class MotionData(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A motion as it is edited now. A frame with joints that are no numbers is one without the person."""

    fps: Fraction
    width: Annotated[int, msgspec.Meta(ge=1, le=65_535)]
    height: Annotated[int, msgspec.Meta(ge=1, le=65_535)]
    joints: MotionBytes
    """(T, 24, 3): camera millimetres."""
    boxes: MotionBytes = b""
    """(T, 4): where the person is in the picture, in pixels; or none."""
    person: Annotated[int, msgspec.Meta(ge=0, le=10_000)] = 0
    source: Annotated[str, msgspec.Meta(max_length=1000)] = ""
    extractor: Annotated[str, msgspec.Meta(max_length=200)] = ""


class ReadMotion(Query, frozen=True, kw_only=True, tag="read_motion"):
    """The joints of a motion file of any kind."""

    path: str
    index: MotionIndex = 0
    person: PersonIndex = 0


class ChangeMotion(Query, frozen=True, kw_only=True, tag="change_motion"):
    """A motion repaired and changed, in the order of the fields; what is not asked for is left as it is."""

    motion: MotionData
    outliers: bool = False
    fill_gaps: bool = False
    smoothing: Smoothing = "none"
    strength: Annotated[float, msgspec.Meta(ge=0.0, le=1.0)] = 0.5
    speed: Annotated[float, msgspec.Meta(ge=0.1, le=10.0)] = 1.0
    loop: Annotated[int, msgspec.Meta(ge=0, le=45_000)] = 0
    mirror: bool = False


class MotionReply(Reply, frozen=True, kw_only=True, tag="motion"):
    """Two byte frames follow, float32 little endian: joints (frames, 24, 3) in mm, and boxes (frames, 4) in pixels."""

    frames: int
    fps: Fraction
    width: int
    height: int
    person: int = 0
    source: str = ""
    extractor: str = ""
    notes: tuple[str, ...] = ()
    """What was converted, assumed or repaired, as sentences."""


class WriteMotion(Query, frozen=True, kw_only=True, tag="write_motion"):
    """Write a motion as a file of its own; the reply is a ProbeReply. A file that is there is never replaced."""

    path: str
    motion: MotionData


class DescribeDataset(Query, frozen=True, kw_only=True, tag="describe_dataset"):
    """What is in a training set of motions."""

    path: str


class SourceCount(msgspec.Struct, frozen=True, kw_only=True):
    """How many motions of a training set come from where, and to which part they belong."""

    name: str
    train: int
    unseen: int


class DatasetReply(Reply, frozen=True, kw_only=True, tag="dataset"):
    """The numbers of a training set."""

    clips: int
    frames: int
    fps: Fraction
    train: int
    unseen: int
    short: int
    """Motions with fewer than 49 frames, which are stretched."""
    sources: tuple[SourceCount, ...]
    """Those with the most motions first; the rest is one entry with an empty name."""
    shared_sources: int
    """Sources of which both parts have motions; 0 means that errors are measured on what is really unseen."""
    lengths: tuple[int, ...]
    """How many motions there are of each length: 16 steps from the shortest to the longest."""
    shortest: int
    longest: int


class LookForUpdate(Query, frozen=True, kw_only=True, tag="look_for_update"):
    """Whether a newer version is out. Asked only when the person asks, or has agreed to it in the settings."""


class UpdateReply(Reply, frozen=True, kw_only=True, tag="update"):
    """The newest version that is announced, and whether it is newer than this one."""

    version: str
    page: str
    """Where to read about it and get it."""
    published: str
    """Such as "2026-11-22"."""
    newer: bool


AnyModelQuery = ListModels | AllowDownloads | AddModelFolder | ForgetModelFolder | UseStore | RemoveModel
AnyMotionQuery = ReadMotion | ChangeMotion | WriteMotion | DescribeDataset
AnyFilmQuery = ShowFilm | FilmFrame | FilmSound | FilmLoudness | EncodedFrame
AnyQuery = (
    Probe
    | Thumbnail
    | Waveform
    | MeasureSound
    | ReadSubtitles
    | FormatSubtitles
    | EstimateJob
    | ReadSettings
    | ReadStyle
    | DetectFaces
    | SharedMesh
    | MorphFrames
    | ListEncoders
    | AnyFilmQuery
    | AnyModelQuery
    | LookForUpdate
    | AnyMotionQuery
)
AnyReply = (
    ProbeReply
    | PictureReply
    | WaveformReply
    | LoudnessReply
    | SubtitlesReply
    | TextReply
    | Estimate
    | SettingsRead
    | StyleRead
    | FacesReply
    | MeshReply
    | MorphFramesReply
    | FilmShown
    | SoundReply
    | ModelStates
    | UpdateReply
    | EncodedFrameReply
    | EncodersReply
    | FilmLoudnessReply
    | MotionReply
    | DatasetReply
)
