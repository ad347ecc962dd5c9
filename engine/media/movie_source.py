"""Decoded frames of a movie file, from any time on: upright, with square pixels, as sRGB RGBA."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

import av
import cv2
import numpy as np
from av.codec.context import CodecContext
from av.container import InputContainer
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, Colorspace, Interpolation, VideoReformatter
from av.video.stream import VideoStream
from numpy.typing import NDArray

from engine.media.fit import resize_picture
from engine.media.opening import FRAME_LIMIT, check_size, open_container, video_stream
from engine.media.stream_facts import container_info, has_alpha, pixel_shape, seconds_of
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.base import MediaInfo

_ALPHA_DECODERS = {"vp9": "libvpx-vp9", "vp8": "libvpx"}
_HDR_TRANSFERS = {16: "PQ", 18: "HLG"}
_BROKEN_IN_A_ROW = 250
_FAILURES_IN_A_ROW = 20
_BEFORE_ALL = 10
_LATE_END = Fraction(1, 5)
_SMOOTH = Interpolation.BICUBIC | Interpolation.FULL_CHR_H_INT | Interpolation.ACCURATE_RND
_TURNS = {90: cv2.ROTATE_90_COUNTERCLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_CLOCKWISE}
# AVColorSpace numbers of frames to the matrices of swscale.
_MATRICES = {
    1: Colorspace.ITU709,
    4: Colorspace.FCC,
    5: Colorspace.ITU601,
    6: Colorspace.ITU601,
    7: Colorspace.SMPTE240M,
    9: Colorspace.BT2020,
    10: Colorspace.BT2020,
}
_LARGEST_UNTAGGED_601 = 576


class MovieSource:
    """The moving pictures of one file.

    Times are seconds from the first frame. Behind damage decoding goes on where it can; ``notes`` says so.

    Attributes:
        notes: sentences about what the file does not give.
        width: of the frames as shown, in pixels.
        height: as width.
        tick: the unit of the file's own times, in seconds.
        start: time of the first frame on the file's own clock, in seconds.

    Raises:
        PortraitsError: MISSING_INPUT; BAD_INPUT without moving pictures, without a whole frame, or of absurd size.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notes: list[str] = []
        self.start = Fraction(0)
        self._reformatter = VideoReformatter()
        self._open()
        try:
            first = next(self._decoded(), None)
            if first is None:
                raise PortraitsError(
                    ErrorCode.BAD_INPUT,
                    f"{quoted(path)} cannot be read: no frame in it is whole.",
                    "Export it again in the program it came from, or leave it out.",
                )
            self.start = Fraction(first.pts or 0) * self.tick
            self._size: tuple[int, int] | None = None
            shown = self.convert(first)
            self.height, self.width = shown.shape[:2]
            self._size = (self.width, self.height)
            transfer = _HDR_TRANSFERS.get(int(first.color_trc or 0))
            if transfer:
                self.notes.append(f"{quoted(path)} is an HDR movie ({transfer}); its colours look flat here.")
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        self.container.close()

    def info(self) -> MediaInfo:
        """What the headers say, with the size as shown."""
        return container_info(self.container, self.stream, (self.width, self.height))

    def frames_from(self, seconds: Fraction) -> Iterator[tuple[Fraction, VideoFrame]]:
        """Yield decoded frames with their times, in order.

        The first one is at or before ``seconds`` (unless ``seconds`` is negative); some more before it may follow.
        """
        for back in (Fraction(0), Fraction(10), max(seconds, Fraction(0))):
            start = max(Fraction(0), seconds - back)
            self._seek(start)
            frames = self._timed()
            first = next(frames, None)
            # An index may point behind the asked time, or nowhere: then go further back, at last to the beginning.
            if first is not None and (first[0] <= seconds or start == 0):
                yield first
                yield from frames
                return

    def convert(self, frame: Any) -> NDArray[np.uint8]:
        """Turn a frame of :meth:`frames_from` into RGBA of the size shown."""
        matrix = _MATRICES.get(int(frame.colorspace))
        if matrix is None:
            matrix = Colorspace.ITU601 if frame.height <= _LARGEST_UNTAGGED_601 else Colorspace.ITU709
        full = frame.color_range == ColorRange.JPEG or frame.format.name.startswith("yuvj")
        rgba = self._reformatter.reformat(
            frame,
            format="rgba",
            src_colorspace=matrix,
            src_color_range=ColorRange.JPEG if full else ColorRange.MPEG,
            dst_color_range=ColorRange.JPEG,
            interpolation=_SMOOTH,
        )
        picture = np.asarray(rgba.to_ndarray(), dtype=np.uint8)
        wide, high = pixel_shape(self.stream)
        if wide != high:
            picture = resize_picture(picture, round(picture.shape[1] * wide / high), picture.shape[0])
        turn = _TURNS.get(round(frame.rotation / 90) * 90 % 360)
        if turn is not None:
            picture = np.asarray(cv2.rotate(picture, turn), dtype=np.uint8)
        # A stream may change its size on the way; a film's frames have one.
        if self._size is not None and picture.shape[1::-1] != self._size:
            picture = resize_picture(picture, *self._size)
        return np.ascontiguousarray(picture)

    def _open(self) -> None:
        self.container: InputContainer = open_container(self.path)
        stream = video_stream(self.container)
        try:
            if stream is None:
                raise PortraitsError(
                    ErrorCode.BAD_INPUT,
                    f"{quoted(self.path)} holds no moving pictures.",
                    "Use it as a sound, or leave it out.",
                )
            check_size(self.path, stream.codec_context.width, stream.codec_context.height)
            self.stream: VideoStream = stream
            self.tick = Fraction(stream.time_base or Fraction(1, 1000))
            self._decoder = _decoder_of(stream)
        except BaseException:
            self.container.close()
            raise

    def _seek(self, seconds: Fraction) -> None:
        # MPEG-TS looks for decoding times, which lie before the shown ones: for the beginning, aim well before it.
        aim = self.start + seconds if seconds else self.start - _BEFORE_ALL
        try:
            self.container.seek(int(aim / self.tick), stream=self.stream, backward=True)
            self._decoder.flush_buffers()
        except av.error.FFmpegError:
            # Raw streams and files whose index is cut off cannot seek; opened anew they start at the beginning.
            self.close()
            self._open()

    def _timed(self) -> Iterator[tuple[Fraction, VideoFrame]]:
        """Frames with their times, which rise strictly: times that stand still would never end a search."""
        step = 1 / Fraction(self.stream.average_rate or 25)
        last = Fraction(-1)
        for frame in self._decoded():
            time = last + step if frame.pts is None else frame.pts * self.tick - self.start
            if time <= last:
                continue
            last = max(time, Fraction(0))
            yield last, frame
        promised = seconds_of(self.stream, self.container)
        if promised is not None and last + step + _LATE_END < promised:
            self._note(
                f"{quoted(self.path)} ends after {float(last + step):.2f} s, not {float(promised):.2f} s as it says."
            )

    def _decoded(self) -> Iterator[VideoFrame]:
        broken = 0
        for packet in self._packets():
            try:
                frames = self._decoder.decode(packet)
            except av.error.EOFError:
                return
            except (av.error.FFmpegError, MemoryError):
                self._note(f"{quoted(self.path)} is damaged; what is whole in it is used.")
                broken += 1
                if broken > _BROKEN_IN_A_ROW:
                    return
                continue
            broken = 0
            yield from frames

    def _packets(self) -> "Iterator[av.Packet[VideoStream] | None]":
        failures = 0
        while failures < _FAILURES_IN_A_ROW:
            try:
                for packet in self.container.demux(self.stream):
                    failures = 0
                    yield packet if packet.size else None
                return
            except av.error.EOFError:
                break
            except av.error.FFmpegError:
                # Demuxers look for the next whole place by themselves when they are asked again.
                self._note(f"{quoted(self.path)} is damaged; what is whole in it is used.")
                failures += 1
        yield None

    def _note(self, text: str) -> None:
        if text not in self.notes:
            self.notes.append(text)


def _decoder_of(stream: VideoStream) -> VideoCodecContext:
    """The stream's own decoder, or libvpx where only that one decodes the alpha channel."""
    name = _ALPHA_DECODERS.get(stream.codec_context.name.removeprefix("lib"))
    decoder = stream.codec_context
    if name is not None and has_alpha(stream):
        decoder = cast(VideoCodecContext, CodecContext.create(name, "r"))
        decoder.extradata = stream.codec_context.extradata
    decoder.options = {"max_pixels": str(FRAME_LIMIT)}
    decoder.thread_type = "AUTO"
    return decoder
