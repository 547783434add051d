#!/bin/bash
# package.sh FOLDER: what people install, made on Debian alone, into FOLDER: graduand-setup.exe, a zip for
# a USB stick, .deb, .tar.xz and their SHA-256 sums. The same tree and tools give the same bytes, but for
# signatures. SOFTGL=0 leaves the software OpenGL for Windows out. With CERTIFICATE and KEY (PEM files)
# the Windows programs and the setup are signed, see windows/sign.sh.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$(realpath -m "$1")
version=$(sed -n 's/^Version = "\(.*\)"/\1/p' FyneApp.toml)
: "${SOURCE_DATE_EPOCH:=$(git log -1 --format=%ct)}" "${SOFTGL:=1}"
export SOURCE_DATE_EPOCH TZ=UTC LC_ALL=C.UTF-8
work=$out/work
windows=$work/graduand linux=$work/linux
rm -rf "$work"
mkdir -p "$windows" "$linux/bin"

# The window overwrites the memory that it frees, see memory.go.
clears="-X runtime.godebugDefault=clobberfree=1"

# How both programs are built. -buildvcs would tell a checkout from an archive of the same tree, and a
# build id the folder in which it was built. netgo asks no name of the PC's C library.
build() { go build -trimpath -buildvcs=false -tags migrated_fynedo,no_emoji,netgo -ldflags "-s -w -buildid= $2" -o "$1" "$3"; }

# The icon, the version and the manifest of a Windows program.
resources() {
	x86_64-w64-mingw32-windres -O coff "-DNUMBERS=${version//./,},0" -DVERSION="\\\"$version\\\"" -DNAME="\\\"$1\\\"" -DDESCRIPTION="\\\"$2\\\"" \
		-I cmd/graduand/windows cmd/graduand/windows/graduand.rc "cmd/$1/rsrc_windows_amd64.syso"
}

# All files of a folder get the one time.
stamp() { find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +; }

echo "building for Linux"
CGO_ENABLED=1 build "$linux/bin/graduand" "$clears -extldflags '$(cmd/graduand/linux/oldlibc.sh "$work/oldlibc")'" ./cmd/graduand
CGO_ENABLED=0 build "$linux/bin/graduandctl" "" ./cmd/graduandctl
"$linux/bin/graduandctl" licences > "$work/LICENCES.txt"
# The guides in the languages of the campaigns; the program itself makes those in the others. The setup has
# a shortcut to each, named by the campaign's own title.
mkdir "$work/guide"
for campaign in assets/campaigns/*.toml; do
	id=$(basename "$campaign" .toml) language=$(sed -n 's/^language = "\(.*\)"/\1/p' "$campaign" | head -n 1)
	guide=graduand-$id-$language.html title=$(sed -n 's/^short_title = "\(.*\)"/\1/p' "$campaign" | head -n 1)
	"$linux/bin/graduandctl" guide "$work/guide/$guide" --campaign "$id" --lang "$language"
	echo "CreateShortcut \"\$SMPROGRAMS\\Graduand\\\$(Guide) $title.lnk\" \"\$INSTDIR\\guide\\$guide\"" >> "$work/guides.nsh"
done

echo "building for Windows; the first time takes some minutes"
resources graduand Graduand
resources graduandctl "Graduand on the command line"
GOOS=windows CGO_ENABLED=1 CC=x86_64-w64-mingw32-gcc build "$windows/graduand.exe" "$clears -H windowsgui" ./cmd/graduand
GOOS=windows CGO_ENABLED=0 build "$windows/graduandctl.exe" "" ./cmd/graduandctl
cp -r "$work/LICENCES.txt" "$work/guide" assets/icon/graduand.ico "$windows/"
if [ "$SOFTGL" != 0 ]; then
	cmd/graduand/windows/softgl.sh "$out/softgl"
	cp -r "$out/softgl" "$windows/"
fi
for program in "$windows"/*.exe $([ "$SOFTGL" = 0 ] || echo "$windows"/softgl/*.dll); do cmd/graduand/windows/sign.sh "$program"; done
stamp "$windows"

echo "packing"
makensis -V2 -NOCD -DVERSION="$version" -DFILES="$windows" -DOUT="$out/graduand-setup.exe" -DGUIDES="$work/guides.nsh" -DKILOBYTES="$(du -sk --apparent-size "$windows" | cut -f1)" \
	$([ "$SOFTGL" = 0 ] || echo -DSOFTGL) cmd/graduand/windows/setup.nsi
cmd/graduand/windows/sign.sh "$out/graduand-setup.exe"

# The zip has the marker by which settings and log lie beside the program.
rm "$windows/graduand.ico"
mv "$windows" "$work/Graduand"
printf '%s\r\n' 'Налаштування, журнал і показовий заклад Graduand лежать у теці «data» поруч із цим файлом.' \
	'Настройки, журнал и показательная школа Graduand лежат в папке «data» рядом с этим файлом.' \
	'Settings, log and demonstration of Graduand lie in the folder "data" beside this file.' > "$work/Graduand/portable.txt"
stamp "$work/Graduand"
rm -f "$out/graduand-$version-windows.zip"
(cd "$work" && find Graduand -type f | sort | zip -q -X -9 -@ "$out/graduand-$version-windows.zip")

share() { install -D -m 644 "$1" "$linux/share/$2"; }
share cmd/graduand/linux/graduand.desktop applications/graduand.desktop
share cmd/graduand/linux/graduand.xml mime/packages/graduand.xml
share assets/icon/graduand.svg icons/hicolor/scalable/apps/graduand.svg
share assets/icon/graduand.png icons/hicolor/256x256/apps/graduand.png
for guide in "$work"/guide/*; do share "$guide" "doc/graduand/$(basename "$guide")"; done
cmd/graduand/linux/deb.sh "$linux" "$work/LICENCES.txt" "$version" "$out/graduand_${version}_amd64.deb"

tarball=$work/graduand-$version
mv "$linux" "$tarball"
cp "$work/LICENCES.txt" cmd/graduand/linux/install.sh "$tarball/"
stamp "$tarball"
tar -C "$work" --sort=name --owner=0 --group=0 --numeric-owner --format=ustar -cf - "graduand-$version" | xz -6 -T1 > "$out/graduand-$version-linux.tar.xz"

rm -rf "$work"
(cd "$out" && sha256sum graduand-setup.exe graduand-*.zip graduand_*.deb graduand-*.tar.xz > SHA256SUMS)
cat "$out/SHA256SUMS"
