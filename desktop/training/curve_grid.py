"""The four curves of a training, along its steps or along its time."""

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.training.curve_view import CurveView
from desktop.training.curves import CURVES, Axis, Places, figure
from desktop.training.run import ERROR, MEAN_POSE, SECONDS, Run
from desktop.widgets.chips import Option, Segment
from desktop.widgets.numbers import number_text
from desktop.widgets.words import tr

AIM_MM = 30.0


class CurveGrid(QWidget):
    """Shows a run. :attr:`choice` stands in the page's header."""

    def __init__(self) -> None:
        super().__init__()
        self.axis = Axis.STEPS
        self.choice = Segment(
            [Option(Axis.STEPS.value, tr("Steps")), Option(Axis.TIME.value, tr("Time"))],
            name=tr("What lies along the curves"),
            side=22,
        )
        self.choice.chosen.connect(self._choose)
        self.views = {spec.name: CurveView(spec) for spec in CURVES}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(1)
        for index, spec in enumerate(CURVES):
            grid.addWidget(self.views[spec.name], index // 2, index % 2)
        self._shown: tuple[Run, int, int] | None = None

    def show_run(self, run: Run, steps: int, codes: int) -> None:
        """Show the curves of a run.

        Args:
            run: as far as it was read.
            steps: how many it shall have, 0 for not known.
            codes: the size of its codebook, 0 for not known.
        """
        self._shown = run, steps, codes
        timed = bool(run.points.get(SECONDS))
        self.choice.set_choice_enabled(Axis.TIME.value, timed)
        if not timed:
            self.axis = Axis.STEPS
        self.choice.set_value(self.axis.value)
        mean = run.newest(MEAN_POSE)
        lines = [(AIM_MM, tr("aim {n}", n=number_text(AIM_MM)))]
        if mean is not None:
            lines.append((mean, tr("always the mean pose {n}", n=number_text(mean))))
        of = tr("of {n}", n=figure(codes)) if codes else ""
        along = dict(run.points[SECONDS]) if self.axis is Axis.TIME else None
        last = float(steps)
        if along is not None:
            done = run.newest(SECONDS) or 0.0
            last = done * steps / run.step if run.step else done
        marks = [state.step for state in run.states()]
        for name, view in self.views.items():
            view.show_points(
                _placed(run.points.get(name, []), along),
                last,
                axis=self.axis,
                lines=lines if name == ERROR else (),
                marks=[float(step) if along is None else along.get(step, 0.0) for step in marks],
                of=of if name in ("perplexity", "used") else "",
            )

    def _choose(self, value: object) -> None:
        self.axis = Axis(str(value))
        if self._shown is not None:
            self.show_run(*self._shown)


def _placed(points: list[tuple[int, float]], along: dict[int, float] | None) -> Places:
    """Return points at their steps, or at their seconds."""
    if along is None:
        return [(float(step), value) for step, value in points]
    return [(along[step], value) for step, value in points if step in along]
