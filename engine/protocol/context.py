"""What a running job may say and ask. Capabilities see this and nothing of processes or windows."""

from typing import Protocol


class JobContext(Protocol):
    """The side of the host that a job sees. Every method may be called from any thread of the job."""

    def progress(self, phase: str, step: float, total: float | None = None, unit: str = "") -> None:
        """Report how far a phase is.

        Args:
            phase: what happens, in the work's own words ("Rendering frames").
            step: how much of it is done, 0 at the start.
            total: how much there is, or None when that is not known yet.
            unit: what is counted ("frames", "pictures", "s"), for the rate.
        """

    def note(self, text: str) -> None:
        """Tell the person something that changes the result but does not stop it, as a full sentence."""

    def preview_due(self) -> bool:
        """Return True when a preview would be shown now; ask before computing one."""

    def preview(self, rgb: bytes, width: int, height: int, places: tuple[int, ...] = ()) -> None:
        """Show a picture of what is being made.

        Args:
            rgb: ``width * height * 3`` bytes of sRGB, row by row.
            width: of the picture.
            height: of the picture.
            places: which of the job's pictures it shows, counted from 0: several are tiles of one size, row by row in
                as many columns as the root of their number, rounded up. Empty when it shows the job as a whole.
        """

    @property
    def listens(self) -> bool:
        """True when :meth:`sound` is heard; otherwise a job that is to be heard plays its sound by itself."""

    def sound(self, pcm: bytes, rate: int) -> None:
        """Let the person hear what is being made: mono, 16 bit little endian, ``rate`` samples a second, in order."""

    def check_cancelled(self) -> None:
        """Raise :class:`engine.protocol.errors.Cancelled` when the person cancelled; call once per step."""

    @property
    def keep_done(self) -> bool:
        """True when the person cancelled, but wants to keep what is whole so far.

        A job of several parts catches ``Cancelled`` and looks here: when True it returns the artifacts of the parts
        that are finished, otherwise it lets ``Cancelled`` through. It counts as cancelled either way.
        """


class SilentContext:
    """A context for scripts and tests: shows nothing and is never cancelled. Notes are kept in ``notes``."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def progress(self, phase: str, step: float, total: float | None = None, unit: str = "") -> None:
        pass

    def note(self, text: str) -> None:
        self.notes.append(text)

    def preview_due(self) -> bool:
        return False

    def preview(self, rgb: bytes, width: int, height: int, places: tuple[int, ...] = ()) -> None:
        pass

    @property
    def listens(self) -> bool:
        return False

    def sound(self, pcm: bytes, rate: int) -> None:
        pass

    def check_cancelled(self) -> None:
        pass

    @property
    def keep_done(self) -> bool:
        return False
