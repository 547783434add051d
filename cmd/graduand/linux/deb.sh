#!/bin/bash
# deb.sh TREE LICENCES VERSION FILE: a Debian package of a tree with bin and share. What it depends on is
# found by Debian's own tool.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tree=$(realpath "$1") licences=$2 version=$3 file=$4
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
mkdir -p "$root/DEBIAN" "$root/debian"
cp -r "$tree" "$root/usr"
doc=$root/usr/share/doc/graduand
install -D -m 644 "$licences" "$doc/copyright"
printf 'graduand (%s) unstable; urgency=low\n\n  * See README.md of the project.\n\n -- Graduand <team@graduand.example>  %s\n' "$version" "$(date -R -u -d "@$SOURCE_DATE_EPOCH")" |
	gzip -9n > "$doc/changelog.gz"
mkdir -p "$root/usr/share/man/man1"
for page in "$here"/*.1; do gzip -9n < "$page" > "$root/usr/share/man/man1/$(basename "$page").gz"; done

printf 'Source: graduand\n\nPackage: graduand\nArchitecture: amd64\n' > "$root/debian/control"
needs=$(cd "$root" && dpkg-shlibdeps -O usr/bin/graduand 2>/dev/null | sed 's/^shlibs:Depends=//')
rm -r "$root/debian"
cat > "$root/DEBIAN/control" <<END
Package: graduand
Version: $version
Architecture: amd64
Maintainer: Graduand <team@graduand.example>
Installed-Size: $(du -sk --apparent-size "$root/usr" | cut -f1)
Depends: $needs
Recommends: libgl1-mesa-dri, libxcursor1, libxrandr2, libxi6, libxinerama1, xdg-utils, cups-client
Suggests: zenity
Section: education
Priority: optional
Description: registers the graduates of a school for the national exam
 From the class roster to the envelope at the post office: graduates, forms,
 photos, cards and lists, kits and packages, and messages to the centre.
 Everything is kept on this computer, sealed by a password.
END
find "$root" -type d -exec chmod 755 {} +
find "$root/usr" -type f -exec chmod 644 {} +
chmod 755 "$root"/usr/bin/*
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz -b "$root" "$file" >/dev/null
