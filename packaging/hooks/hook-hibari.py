# The built-in voice: its networks and word lists lie in assets.
from PyInstaller.utils.hooks import collect_data_files

datas = collect_data_files("hibari")
