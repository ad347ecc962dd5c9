#!/usr/bin/env bash
# Makes the AppImage from the frozen folder, on a machine that has appimagetool (https://appimage.github.io).
# Usage: appimage.sh FROZEN_FOLDER SHARE_FOLDER OUTPUT
#   SHARE_FOLDER: usr/share of the staged Debian package (build/deb/usr/share).
set -euo pipefail
frozen=$1 share=$2 output=$3
command -v appimagetool >/dev/null || { echo "appimagetool is not installed." >&2; exit 1; }
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
mkdir -p "$stage/usr/lib"
cp -a "$frozen" "$stage/usr/lib/portraits"
cp -a "$share" "$stage/usr/share"
ln -s usr/share/applications/org.portraits.Portraits.desktop "$stage/org.portraits.Portraits.desktop"
ln -s usr/share/icons/hicolor/256x256/apps/org.portraits.Portraits.png "$stage/org.portraits.Portraits.png"
ln -s org.portraits.Portraits.png "$stage/.DirIcon"
cat > "$stage/AppRun" <<'RUN'
#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
# "portraits-engine" as the name of a link to the AppImage, or as the first word, runs the engine.
case "$(basename "${ARGV0:-$0}")" in
    portraits-engine*) exec "$here/usr/lib/portraits/portraits-engine" "$@" ;;
esac
if [ "${1:-}" = portraits-engine ]; then shift; exec "$here/usr/lib/portraits/portraits-engine" "$@"; fi
exec "$here/usr/lib/portraits/portraits" "$@"
RUN
chmod 755 "$stage/AppRun"
appimagetool --comp zstd "$stage" "$output"
