"""``portraits-engine landmarks``: the 478 points of a face, as files and as pictures."""

from engine.commands.job_command import job_command
from engine.protocol.jobs import LandmarksJob

landmarks = job_command(
    LandmarksJob,
    name="landmarks",
    argument="inputs",
    help_text="""Find the landmarks of faces and save them as NAME.landmarks.json.

    The files can be corrected and given to morph with --landmark-files.

    Example: portraits-engine landmarks anna.jpg --output landmarks --draw mesh
    """,
)
