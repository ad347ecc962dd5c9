"""Whatever was done can be taken back and done again, step by step, through the document's undo stack."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.shell.services import Services
from engine.project.schema import Project
from engine.protocol.errors import PortraitsError
from tests.project.edit.films import films
from tests.project.edit.test_properties import edits


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)
@given(film=films(), data=st.data())
def test_undo_returns_the_same_document(services: Services, film: Project, data: st.DataObject) -> None:
    document = services.document
    document.new()
    document.apply("film", lambda _: film)
    states = [document.project]
    for number in range(4):
        edit = data.draw(edits(document.project))
        try:
            changed = document.apply(f"edit {number}", edit)
        except PortraitsError:
            changed = False
        if changed:
            states.append(document.project)
    for state in reversed(states[:-1]):
        document.undo.undo()
        assert document.project == state
    for state in states[1:]:
        document.undo.redo()
        assert document.project == state
