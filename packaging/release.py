"""Sign the announcement of a version, which installed copies may look for.

    python packaging/release.py new-key portraits.key          # once; prints the public key for build.py --public-key
    python packaging/release.py announce --key portraits.key --version 0.1.0 --page https://… > portraits-version.json

Keep the key out of the repository. Needs the package cryptography, which Portraits installs.
"""

import argparse
import json
import os
import sys
from base64 import b64encode
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)


def new_key(path: Path) -> str:
    """Write a new private key that only its owner may read, and return the public key in base64.

    Raises:
        FileExistsError: there is a file already; a key is never replaced.
    """
    key = Ed25519PrivateKey.generate()
    text = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(text)
    return public_key(key)


def public_key(key: Ed25519PrivateKey) -> str:
    """Return the public half of a key in base64."""
    return b64encode(key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)).decode()


def read_key(path: Path) -> Ed25519PrivateKey:
    """Read a private key as :func:`new_key` writes it.

    Raises:
        ValueError: it is no such key.
    """
    key = load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise ValueError(f"{path} is not an Ed25519 key.")
    return key


def announcement(key: Ed25519PrivateKey, version: str, page: str, published: str) -> bytes:
    """Return the signed announcement of a version; see ``engine/updates/announcement.py`` for its form."""
    text = json.dumps({"version": version, "page": page, "published": published}).encode()
    signed = {"announcement": b64encode(text).decode(), "signature": b64encode(key.sign(text)).decode()}
    return json.dumps(signed).encode() + b"\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """Make a key, or an announcement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("new-key", help="make a key pair")
    making.add_argument("key", type=Path)
    announcing = commands.add_parser("announce", help="sign the announcement of a version")
    announcing.add_argument("--key", type=Path, required=True)
    announcing.add_argument("--version", required=True)
    announcing.add_argument("--page", required=True, help="where people read about it and get it")
    announcing.add_argument("--published", default=f"{datetime.now(UTC):%Y-%m-%d}")
    chosen = parser.parse_args(arguments)
    if chosen.command == "new-key":
        sys.stdout.write(new_key(chosen.key) + "\n")
    else:
        signed = announcement(read_key(chosen.key), chosen.version, chosen.page, chosen.published)
        sys.stdout.write(signed.decode())


if __name__ == "__main__":
    main()
