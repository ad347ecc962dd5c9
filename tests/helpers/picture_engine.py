"""The real engine, but for its face detector, which sees one frontal face in every picture.

Run as ``python -m tests.helpers.picture_engine``. Pictures of a tiny model are noise without a face.
"""

from engine.commands.serve import serve_from_environment
from engine.host import pictures
from tests.helpers.scripted_faces import ScriptedFaces

if __name__ == "__main__":
    pictures.Faces.__call__ = ScriptedFaces().__call__  # type: ignore[method-assign]
    raise SystemExit(serve_from_environment())
