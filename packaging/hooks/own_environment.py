# Run at the start of both frozen programs. PyInstaller's start program lets them find their libraries through
# LD_LIBRARY_PATH. The loader has read that by now; programs that we start, such as the browser that shows a page,
# must find the libraries of their own system again.
import os

if "LD_LIBRARY_PATH" in os.environ:
    original = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
    if original:
        os.environ["LD_LIBRARY_PATH"] = original
    else:
        del os.environ["LD_LIBRARY_PATH"]
