# Its adapters, own and installed ones, are named in manifests and loaded from their source files.
from importlib.metadata import entry_points

from PyInstaller.utils.hooks import collect_data_files

hiddenimports = sorted({each.module for each in entry_points(group="opentimelineio.plugins")})
datas = [
    entry for name in ("opentimelineio", *hiddenimports) for entry in collect_data_files(name, include_py_files=True)
]
