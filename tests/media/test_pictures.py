import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from engine.media.picture_writer import text_of
from engine.media.pictures import list_pictures, natural_key, read_picture, write_picture
from engine.protocol.errors import ErrorCode, PortraitsError
from tests.helpers.media import gradient, leftovers, psnr, save_picture

AWKWARD_NAMES = ["two words.png", 'it\'s "quoted".png', "Füße – 肖像 🎬.png", "100%d.png", "-dash.png"]


@pytest.mark.parametrize(
    ("suffix", "least"), [(".png", 99), (".tif", 99), (".bmp", 99), (".webp", 38), (".jpg", 38), (".avif", 35)]
)
def test_formats(tmp_path: Path, suffix: str, least: float) -> None:
    path = tmp_path / f"anna{suffix}"
    Image.fromarray(gradient()[..., :3]).save(path)
    picture = read_picture(path)
    assert picture.shape == (48, 64, 4)
    assert picture.dtype == np.uint8
    assert (picture[..., 3] == 255).all()
    assert psnr(picture, gradient()) >= least


def test_heif(tmp_path: Path) -> None:
    heif = pytest.importorskip("pillow_heif")
    heif.from_pillow(Image.fromarray(gradient()[..., :3])).save(tmp_path / "anna.heic", quality=95)
    assert psnr(read_picture(tmp_path / "anna.heic"), gradient()) > 35


@pytest.mark.parametrize("name", AWKWARD_NAMES)
def test_names(tmp_path: Path, name: str) -> None:
    write_picture(tmp_path / name, gradient())
    assert np.array_equal(read_picture(tmp_path / name), gradient())


@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_orientation_is_applied(tmp_path: Path, orientation: int) -> None:
    upright = Image.fromarray(gradient()[..., :3])
    # The stored picture is the upright one turned the other way round.
    undo = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    stored = upright if undo is None else upright.transpose(undo)
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored.save(tmp_path / "a.png", exif=exif)
    assert np.array_equal(read_picture(tmp_path / "a.png"), gradient())


@pytest.mark.filterwarnings("ignore:Corrupt EXIF")
def test_broken_exif_does_not_cost_the_picture(tmp_path: Path) -> None:
    broken = b"Exif\0\0MM\0*\0\0\0\x08\xff\xff\x01"
    Image.fromarray(gradient()[..., :3]).save(tmp_path / "a.jpg", quality=95, exif=broken)
    assert psnr(read_picture(tmp_path / "a.jpg"), gradient()) > 35


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK", "YCbCr", "I;16", "I", "F", "LAB"])
def test_modes(tmp_path: Path, mode: str) -> None:
    grey = Image.new("RGB", (8, 6), (128, 128, 128))
    if mode in ("I;16", "I"):
        image = Image.fromarray(np.full((6, 8), 128 * 257, dtype=np.uint16 if mode == "I;16" else np.int32))
    elif mode == "F":
        image = Image.fromarray(np.full((6, 8), 128 / 255, dtype=np.float32))
    elif mode == "LAB":
        lab = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB")
        converted = ImageCms.applyTransform(grey, lab)
        assert converted is not None
        image = converted
    else:
        image = grey.convert("L").convert(mode) if mode in ("1", "LA", "PA") else grey.convert(mode)
    path = tmp_path / ("a.jpg" if mode == "YCbCr" else "a.tif" if mode not in ("P", "PA", "1") else "a.png")
    (image.convert("P") if mode == "PA" else image).save(path)
    picture = read_picture(path)
    assert picture.shape == (6, 8, 4)
    wanted = 255 if mode == "1" else 128
    # One bit per pixel is dithered: only its mean is grey.
    assert abs(float(picture[..., :3].mean()) - (128 if mode == "1" else wanted)) <= (12 if mode == "1" else 2)
    assert (picture[..., 3] == 255).all()


def test_16_bit_colour(tmp_path: Path) -> None:
    """Pillow cannot write 16-bit RGB, so the PNG is put together here."""
    row = b"\0" + struct.pack(">3H", 65535, 32896, 0) * 5
    path = tmp_path / "deep.png"
    path.write_bytes(_png(5, 1, bit_depth=16, colour_type=2, data=zlib.compress(row)))
    assert read_picture(path)[0, 2].tolist() == [255, 128, 0, 255]


def test_transparency_of_every_kind(tmp_path: Path) -> None:
    rgba = gradient(8, 6)
    rgba[:3, :, 3] = 0
    rgba[3:5, :, 3] = 100
    for suffix in (".png", ".tif"):
        save_picture(tmp_path / f"a{suffix}", rgba)
        assert np.array_equal(read_picture(tmp_path / f"a{suffix}"), rgba)
    palette = Image.fromarray(rgba[..., :3]).quantize(8)
    palette.save(tmp_path / "palette.png", transparency=palette.getpixel((0, 0)))
    assert read_picture(tmp_path / "palette.png")[0, 0, 3] == 0
    grey = Image.new("L", (4, 4), 7)
    grey.putpixel((0, 0), 200)
    grey.save(tmp_path / "grey.png", transparency=200)
    assert read_picture(tmp_path / "grey.png")[0, :2].tolist() == [[200, 200, 200, 0], [7, 7, 7, 255]]


def test_colour_profile_is_applied() -> None:
    """A profile with red and green exchanged must exchange them; one that is broken or for CMYK must change nothing."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    count = struct.unpack(">I", srgb[128:132])[0]
    table = srgb[132 : 132 + 12 * count].replace(b"rXYZ", b"?XYZ").replace(b"gXYZ", b"rXYZ").replace(b"?XYZ", b"gXYZ")
    swapped = srgb[:132] + table + srgb[132 + 12 * count :]
    swapped = swapped.replace("sRGB".encode("utf-16-be"), "swap".encode("utf-16-be"))
    expected = {"as it is": (srgb, [220, 30, 40]), "broken": (b"no profile", [220, 30, 40]), "swapped": (swapped, None)}
    for name, (profile, wanted) in expected.items():
        out = io.BytesIO()
        Image.new("RGB", (4, 4), (220, 30, 40)).save(out, "PNG", icc_profile=profile)
        pixel = _read_bytes(out.getvalue())[0, 0]
        if wanted is None:
            assert pixel[1] > 200 > 60 > pixel[0], name
        else:
            assert pixel[:3].tolist() == wanted, name


def _read_bytes(data: bytes) -> np.ndarray:
    from engine.media.picture_reader import to_rgba

    image = Image.open(io.BytesIO(data))
    image.load()
    return to_rgba(image)


def test_profile_keeps_alpha(tmp_path: Path) -> None:
    rgba = gradient(8, 6)
    rgba[:3, :, 3] = 9
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    other = srgb.replace("sRGB".encode("utf-16-be"), "mine".encode("utf-16-be"))
    Image.fromarray(rgba).save(tmp_path / "a.png", icc_profile=other)
    picture = read_picture(tmp_path / "a.png")
    assert np.array_equal(picture[..., 3], rgba[..., 3])
    assert np.abs(picture[..., :3].astype(int) - rgba[..., :3]).max() <= 1


@pytest.mark.parametrize("suffix", [".gif", ".png", ".webp", ".tif"])
def test_of_an_animated_picture_the_first_frame_is_taken_and_noted(tmp_path: Path, suffix: str) -> None:
    frames = [Image.new("RGB", (8, 6), colour) for colour in ("red", "green", "blue")]
    frames[0].save(tmp_path / f"a{suffix}", save_all=True, append_images=frames[1:], duration=100)
    notes: list[str] = []
    picture = read_picture(tmp_path / f"a{suffix}", note=notes.append)
    assert picture[0, 0, 0] > 240
    assert notes == [f'"a{suffix}" holds several pictures; the first one was taken.']


def test_one_pixel(tmp_path: Path) -> None:
    save_picture(tmp_path / "a.png", gradient(1, 1))
    assert read_picture(tmp_path / "a.png").shape == (1, 1, 4)


@pytest.mark.parametrize(("width", "height"), [(30_000, 30_000), (60_000, 60_000), (40_000, 1)])
def test_absurd_sizes_are_refused_by_the_header(tmp_path: Path, width: int, height: int) -> None:
    path = tmp_path / "huge.png"
    path.write_bytes(_png(width, height, bit_depth=8, colour_type=2, data=zlib.compress(b"\0")))
    with pytest.raises(PortraitsError, match="is too large") as caught:
        read_picture(path)
    assert caught.value.code is ErrorCode.BAD_INPUT
    assert "120 million pixels" in caught.value.failure.todo


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".tif", ".bmp", ".avif"])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_cut_picture(tmp_path: Path, suffix: str, part: float) -> None:
    noise = np.random.default_rng(3).integers(0, 256, (48, 64, 3), dtype=np.uint8)
    path = tmp_path / f"anna{suffix}"
    Image.fromarray(noise).save(path)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * part)])
    with pytest.raises(PortraitsError, match=f'"anna{suffix}" cannot be read') as caught:
        read_picture(path)
    assert caught.value.code is ErrorCode.BAD_INPUT
    assert caught.value.failure.todo


def test_words_for_broken_files(tmp_path: Path) -> None:
    noise = np.random.default_rng(3).integers(0, 256, (48, 64, 3), dtype=np.uint8)
    Image.fromarray(noise).save(tmp_path / "cut.jpg")
    (tmp_path / "cut.jpg").write_bytes((tmp_path / "cut.jpg").read_bytes()[:-2000])
    (tmp_path / "empty.png").touch()
    (tmp_path / "text.png").write_text("not a picture")
    words = {
        "cut.jpg": '"cut.jpg" cannot be read: the file ends too early.',
        "empty.png": '"empty.png" cannot be read: the file is empty.',
        "text.png": '"text.png" cannot be read: it is not a picture of a known kind.',
        "none.png": '"none.png" was not found.',
    }
    for name, sentence in words.items():
        with pytest.raises(PortraitsError) as caught:
            read_picture(tmp_path / name)
        assert caught.value.failure.what == sentence
        assert caught.value.exit_status == 1
    with pytest.raises(PortraitsError, match="is a folder"):
        read_picture(tmp_path)


@pytest.mark.filterwarnings("ignore::UserWarning")
@given(st.binary(max_size=300), st.sampled_from([b"\x89PNG\r\n\x1a\n", b"GIF89a", b"\xff\xd8\xff", b"II*\0", b"RIFF"]))
def test_random_bytes_never_raise_anything_else(data: bytes, head: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.png"
        path.write_bytes(head + data)
        with pytest.raises(PortraitsError):
            read_picture(path)


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".tif"])
def test_text_comes_back(tmp_path: Path, suffix: str) -> None:
    text = {"title": "Anna – 肖像", "portraits.recipe": '{"kind":"morph","n":[1,2]}' + " " * 3000}
    write_picture(tmp_path / f"a{suffix}", gradient(), text=text)
    with Image.open(tmp_path / f"a{suffix}") as image:
        found = text_of(image)
    assert {key: found[key] for key in text} == text


def test_writing_refuses_and_leaves_nothing(tmp_path: Path) -> None:
    write_picture(tmp_path / "a.png", gradient())
    with pytest.raises(PortraitsError, match="already there"):
        write_picture(tmp_path / "a.png", gradient())
    write_picture(tmp_path / "a.png", gradient(shift=5), overwrite=True)
    assert np.array_equal(read_picture(tmp_path / "a.png"), gradient(shift=5))
    with pytest.raises(PortraitsError, match="does not end like a picture") as caught:
        write_picture(tmp_path / "a.xyz", gradient())
    assert caught.value.exit_status == 2
    (tmp_path / "file").touch()
    with pytest.raises(PortraitsError, match="is not a folder"):
        write_picture(tmp_path / "file" / "a.png", gradient())
    assert leftovers(tmp_path) == ["a.png", "file"]


def test_transparent_pictures_are_laid_on_white_for_jpeg(tmp_path: Path) -> None:
    rgba = gradient()
    rgba[..., 3] = 0
    write_picture(tmp_path / "a.jpg", rgba)
    assert read_picture(tmp_path / "a.jpg").min() >= 253


def test_a_large_jpeg_is_decoded_small(tmp_path: Path) -> None:
    save_picture(tmp_path / "a.jpg", gradient(800, 400))
    assert read_picture(tmp_path / "a.jpg", at_least=90).shape == (50, 100, 4)


def test_folders_are_listed_in_natural_order(tmp_path: Path) -> None:
    folder = tmp_path / "faces"
    (folder / "sub.png").mkdir(parents=True)
    for name in ("anna-10.png", "anna-2.JPG", "Anna-1.png", ".hidden.png", "notes.txt", "bea.webp"):
        (folder / name).touch()
    (tmp_path / "single.dat").touch()
    found = list_pictures([tmp_path / "single.dat", folder])
    assert [path.name for path in found] == ["single.dat", "Anna-1.png", "anna-2.JPG", "anna-10.png", "bea.webp"]


def test_listing_refuses(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(PortraitsError, match='"empty" holds no pictures'):
        list_pictures([tmp_path / "empty"])
    with pytest.raises(PortraitsError, match="was not found") as caught:
        list_pictures([tmp_path / "none.png"])
    assert caught.value.code is ErrorCode.MISSING_INPUT
    with pytest.raises(PortraitsError) as caught:
        list_pictures([])
    assert caught.value.exit_status == 2


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.text(max_size=5), st.text(max_size=5))
def test_natural_key_orders_by_number(first: int, second: int, before: str, after: str) -> None:
    if before[-1:].isdigit() or after[:1].isdigit():
        return
    keys = natural_key(f"{before}{first}{after}"), natural_key(f"{before}{second}{after}")
    assert (keys[0] < keys[1]) == (first < second)


def _png(width: int, height: int, *, bit_depth: int, colour_type: int, data: bytes) -> bytes:
    def chunk(kind: bytes, payload: bytes) -> bytes:
        return struct.pack(">I", len(payload)) + kind + payload + struct.pack(">I", zlib.crc32(kind + payload))

    header = struct.pack(">IIBBBBB", width, height, bit_depth, colour_type, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
