"""Light questions the engine answers beside a running job: what is in a file, thumbnails, waveforms, estimates."""

from engine.protocol.queries.base import Query
from engine.protocol.queries.estimate import Estimate, EstimateJob, Fit, Offer
from engine.protocol.queries.files import (
    LoudnessReply,
    MeasureSound,
    PictureReply,
    Probe,
    ProbeReply,
    ReadSettings,
    ReadStyle,
    SettingsRead,
    StyleRead,
    Thumbnail,
    Waveform,
    WaveformReply,
)
from engine.protocol.queries.film import (
    AnyFilmQuery,
    EncodedFrame,
    EncodedFrameReply,
    EncodersReply,
    FilmFrame,
    FilmLoudness,
    FilmLoudnessReply,
    FilmShown,
    FilmSound,
    ListEncoders,
    ShowFilm,
    SoundReply,
)
from engine.protocol.queries.models import (
    AddModelFolder,
    AllowDownloads,
    AnyModelQuery,
    ForgetModelFolder,
    ListModels,
    ModelStates,
    RemoveModel,
    UseStore,
)
from engine.protocol.queries.morph import (
    DetectFaces,
    FacesReply,
    MeshReply,
    MorphFrames,
    MorphFramesReply,
    MorphSide,
    MorphView,
    SharedMesh,
)
from engine.protocol.queries.motion import (
    AnyMotionQuery,
    ChangeMotion,
    DatasetReply,
    DescribeDataset,
    MotionData,
    MotionReply,
    ReadMotion,
    SourceCount,
    WriteMotion,
)
from engine.protocol.queries.subtitles import (
    LATEST_CUE,
    LONGEST_CUE,
    MOST_CUES,
    Cue,
    FormatSubtitles,
    ReadSubtitles,
    SubtitlesReply,
    TextReply,
)
from engine.protocol.queries.updates import LookForUpdate, UpdateReply

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

__all__ = [
    "LATEST_CUE",
    "LONGEST_CUE",
    "MOST_CUES",
    "AddModelFolder",
    "AllowDownloads",
    "AnyModelQuery",
    "AnyMotionQuery",
    "AnyQuery",
    "AnyReply",
    "ChangeMotion",
    "Cue",
    "DatasetReply",
    "DescribeDataset",
    "DetectFaces",
    "EncodedFrame",
    "EncodedFrameReply",
    "EncodersReply",
    "Estimate",
    "EstimateJob",
    "FacesReply",
    "FilmFrame",
    "FilmLoudness",
    "FilmLoudnessReply",
    "FilmShown",
    "FilmSound",
    "Fit",
    "ForgetModelFolder",
    "FormatSubtitles",
    "ListEncoders",
    "ListModels",
    "LookForUpdate",
    "LoudnessReply",
    "MeasureSound",
    "MeshReply",
    "ModelStates",
    "MorphFrames",
    "MorphFramesReply",
    "MorphSide",
    "MorphView",
    "MotionData",
    "MotionReply",
    "Offer",
    "PictureReply",
    "Probe",
    "ProbeReply",
    "Query",
    "ReadMotion",
    "ReadSettings",
    "ReadStyle",
    "ReadSubtitles",
    "RemoveModel",
    "SettingsRead",
    "SharedMesh",
    "ShowFilm",
    "SoundReply",
    "SourceCount",
    "StyleRead",
    "SubtitlesReply",
    "TextReply",
    "Thumbnail",
    "UpdateReply",
    "UseStore",
    "Waveform",
    "WaveformReply",
    "WriteMotion",
]
