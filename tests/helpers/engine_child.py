"""The real engine process with weightless jobs: ``python -m tests.helpers.engine_child``."""

from engine.commands.serve import serve_from_environment
from engine.host.registry import register
from engine.protocol.jobs import MorphJob, VoiceJob
from tests.helpers import scripted_jobs

if __name__ == "__main__":
    for kind in (VoiceJob, MorphJob):
        register(kind, scripted_jobs.FUNCTION)
    serve_from_environment()
