"""The real engine, but for its face detector, which sees one frontal face in every picture.

Run as ``python -m tests.helpers.picture_engine``. Pictures of a tiny model are noise without a face.
"""

from engine.commands.serve import serve_from_environment
from engine.host import pictures
from tests.helpers.scripted_faces import ScriptedFaces


class _Faces(ScriptedFaces):
    def close(self) -> None:
        """There is no detector to be closed."""


if __name__ == "__main__":
    pictures.Faces = _Faces  # type: ignore[assignment, misc]
    serve_from_environment()
