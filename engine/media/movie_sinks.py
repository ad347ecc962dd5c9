"""Where the frames of a movie go: one container file through FFmpeg."""

import contextlib
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, Protocol, cast

import av
import numpy as np
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, Colorspace, VideoReformatter
from av.video.stream import VideoStream
from numpy.typing import NDArray

from engine.media.colour import pad_to_even, yuv420_bt709
from engine.media.embed import embed_text
from engine.media.encoders import BT709, encoder_for
from engine.media.palette import PaletteFilter
from engine.media.sound_track import RATE, SoundTrack
from engine.media.subtitle_track import SubtitleTrack, Words
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.encode import CODECS, EncodeSettings, SoundCodec

# Lengths in MP4 are stated in ticks of this scale; in the usual milliseconds they would not be exact to the sample.
_MP4_OPTIONS = {"movflags": "+faststart+use_metadata_tags", "movie_timescale": str(RATE)}
_GIF_FPS_LIMIT = 50


class Sink(Protocol):
    """What the movie writer asks of a target. ``prepare`` runs in the caller's thread, ``encode`` in the writer's."""

    notes: list[str]

    def prepare(self, rgba: NDArray[np.uint8]) -> Any: ...

    def encode(self, frame: Any) -> None: ...

    def finish(self) -> None: ...

    def close(self) -> None: ...


class ContainerSink:
    """Encodes frames and sound into one file through FFmpeg.

    Args:
        path: an existing file to be written over.
        size: width and height of the frames.
        fps: frames per second.
        encode: settings that fit the suffix of ``path``.
        sound: samples and rate, or None.
        sound_codec: needed with ``sound``.
        metadata: text for the container.
        words: subtitles as a track, or None.

    Raises:
        PortraitsError: NOT_AVAILABLE when the encoder refuses the size or rate.
    """

    def __init__(
        self,
        path: Path,
        *,
        size: tuple[int, int],
        fps: Fraction,
        encode: EncodeSettings,
        sound: tuple[NDArray[np.float32], int] | None,
        sound_codec: SoundCodec | None,
        metadata: Mapping[str, str],
        words: Words | None = None,
    ) -> None:
        self.notes: list[str] = []
        self._path, self._fps, self._metadata = path, fps, metadata
        self._encoder = encoder_for(path, encode)
        width, height = self._stream_size(size)
        self._frames = 0
        self._finished = False
        self._reformatter = VideoReformatter()
        with contextlib.ExitStack() as stack:
            options = _MP4_OPTIONS.copy() if self._encoder.muxer in ("mp4", "mov") else {}
            if self._encoder.muxer == "apng":
                options["plays"] = "0"
            self._container = av.open(str(path), "w", format=self._encoder.muxer, options={}, container_options=options)
            stack.callback(self._container.close)
            self._container.metadata.update(metadata)
            self._video = self._add_video(width, height)
            self._palette = (
                PaletteFilter(self._encoder.palette, width, height, self._video.codec_context.time_base)
                if self._encoder.palette
                else None
            )
            self._sound = (
                SoundTrack(self._container, sound_codec, encode.sound_bitrate, *sound)
                if sound is not None and sound_codec is not None
                else None
            )
            self._words = SubtitleTrack(self._container, path, words) if words is not None and words.cues else None
            self._start(f"{CODECS[encode.codec].title} at {width} x {height} pixels and {fps} frames per second")
            stack.pop_all()

    def prepare(self, rgba: NDArray[np.uint8]) -> VideoFrame:
        """Convert a frame to what the encoder takes; the result does not share memory with ``rgba``."""
        if self._encoder.even:
            rgba = pad_to_even(rgba)
        wanted = self._encoder.pixel_format
        if wanted == "yuv420p":
            return yuv420_bt709(rgba)
        frame = VideoFrame.from_ndarray(np.ascontiguousarray(rgba), format="rgba")
        if wanted in ("pal8", "rgba"):
            return frame
        if not _is_ycbcr(wanted):
            return self._reformatter.reformat(frame, format=wanted)
        return self._reformatter.reformat(
            frame,
            format=wanted,
            dst_colorspace=Colorspace.ITU709,
            src_color_range=ColorRange.JPEG,
            dst_color_range=ColorRange.MPEG,
        )

    def encode(self, frame: VideoFrame) -> None:
        """Encode the next frame, and the sound that belongs to it."""
        number = self._frames
        self._frames += 1
        pts = self._pts(number)
        if number and pts == self._pts(number - 1):
            return
        frame.pts, frame.time_base = pts, self._video.codec_context.time_base
        if _is_ycbcr(self._encoder.pixel_format):
            for name, value in BT709.items():
                setattr(frame, name, value)
        for ready in self._palette.push(frame) if self._palette else (frame,):
            self._container.mux(self._video.encode(ready))
        if self._sound is not None:
            for packet in self._sound.advance(self._samples(self._frames)):
                self._container.mux(packet)
        if self._words is not None:
            for words in self._words.advance(self._frames / self._fps):
                self._container.mux(words)

    def finish(self) -> None:
        """Flush the encoders, close the file and put in what FFmpeg's muxer leaves out."""
        if self._palette is not None:
            for ready in self._palette.finish():
                self._container.mux(self._video.encode(ready))
        self._container.mux(self._video.encode(None))
        if self._sound is not None:
            self._match_length(len(self._sound), self._samples(self._frames))
            for packet in self._sound.finish(self._samples(self._frames)):
                self._container.mux(packet)
        self._container.close()
        if self._encoder.muxer in ("gif", "apng", "webp"):
            embed_text(self._path, self._encoder.muxer, self._metadata)
        self._finished = True

    def close(self) -> None:
        """Close the file; what was not finished is removed.

        It is removed first, because FFmpeg rewrites an MP4 when it is closed, which takes long for a large one.
        """
        if self._finished:
            return
        with contextlib.suppress(OSError):
            self._path.unlink()
        with contextlib.suppress(av.error.FFmpegError, OSError):
            self._container.close()

    def _start(self, what: str) -> None:
        """Open the encoders; each has limits of its own, which only it knows."""
        try:
            self._container.start_encoding()
        except av.error.FFmpegError as error:
            if isinstance(error, OSError):
                raise
            raise PortraitsError(
                ErrorCode.NOT_AVAILABLE, f"The encoder cannot write {what}.", "Choose another size or codec."
            ) from error

    def _stream_size(self, size: tuple[int, int]) -> tuple[int, int]:
        width, height = size
        if not self._encoder.even or (width % 2 == 0 and height % 2 == 0):
            return size
        even = (width + width % 2, height + height % 2)
        self.notes.append(
            f"The size {width} x {height} is odd; it was padded to {even[0]} x {even[1]} by repeating the edge."
        )
        return even

    def _add_video(self, width: int, height: int) -> VideoStream:
        encoder = self._encoder
        stream = cast(VideoStream, self._container.add_stream(encoder.name, rate=self._fps, options=encoder.options))
        context = stream.codec_context
        context.width, context.height = width, height
        context.pix_fmt = encoder.pixel_format
        context.time_base = Fraction(1, 100) if encoder.muxer == "gif" else 1 / self._fps
        context.bit_rate = 0
        if encoder.tag:
            context.codec_tag = encoder.tag
        if _is_ycbcr(encoder.pixel_format):
            for name, value in BT709.items():
                setattr(context, name, value)
        if encoder.muxer == "gif" and self._fps > _GIF_FPS_LIMIT:
            self.notes.append(f"GIF shows at most {_GIF_FPS_LIMIT} frames per second; frames in between were left out.")
        return stream

    def _pts(self, number: int) -> int:
        """Presentation time of a frame in ticks of the stream."""
        if self._encoder.muxer != "gif":
            return number
        # Browsers show a GIF frame shorter than 2/100 s for 10/100 s, so never use less.
        if self._fps > _GIF_FPS_LIMIT:
            return number * _GIF_FPS_LIMIT // self._fps * (100 // _GIF_FPS_LIMIT)
        return round(number * 100 / self._fps)

    def _samples(self, frames: int) -> int:
        return round(frames * RATE / self._fps)

    def _match_length(self, given: int, wanted: int) -> None:
        if given - wanted > RATE // 100:
            self.notes.append(f"The sound was cut by {(given - wanted) / RATE:.2f} s to the length of the picture.")
        elif wanted - given > RATE // 100:
            self.notes.append(f"The sound was filled with {(wanted - given) / RATE:.2f} s of silence.")


def _is_ycbcr(pixel_format: str) -> bool:
    return pixel_format.startswith("yuv") or pixel_format == "nv12"
