# mediapipe.tasks.c holds the library, which is opened by its path at run time.
from PyInstaller.utils.hooks import collect_data_files, collect_dynamic_libs

datas = collect_data_files("mediapipe", excludes=["**/*.pyi", "**/testdata/**"])
binaries = collect_dynamic_libs("mediapipe")
excludedimports = ["jax", "tensorflow"]
