#!/bin/bash
# softgl.sh FOLDER: the software OpenGL for Windows PCs whose driver has none, built from Debian's own
# source of Mesa (MIT): opengl32.dll, libgallium_wgl.dll and their licence. Ten minutes of two cores the first
# time; what is there is not built again.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$(realpath -m "$1")
mesa=22.3.6-1+deb12u2 upstream=22.3.6
[ -e "$out/opengl32.dll" ] && exit 0
work=$(realpath -m "$1.build")
rm -rf "$work"
mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
cd "$work"

# The source comes by Debian's signature, whether or not this PC asks for sources.
cat > sources.list <<END
deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian bookworm main
deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian-security bookworm-security main
END
apt="-o Dir::Etc::SourceList=$work/sources.list -o Dir::Etc::SourceParts=- -o Dir::State::Lists=$work/lists -o Dir::Cache=$work/cache -o APT::Sandbox::User=root"
apt-get $apt -qq update
apt-get $apt -qq source "mesa=$mesa" >/dev/null

cd "mesa-$upstream"
# Debian's python has the mako that Debian installs.
export PATH=/usr/bin:$PATH
export CFLAGS="-O2 -ffile-prefix-map=$PWD=." CXXFLAGS="-O2 -ffile-prefix-map=$PWD=." LDFLAGS="-static -Wl,--no-insert-timestamp"
meson setup ../build --cross-file "$here/mingw.txt" --buildtype=release --wrap-mode=nodownload -Dplatforms=windows \
	-Dgallium-drivers=swrast -Dvulkan-drivers= -Dllvm=disabled -Dshader-cache=disabled -Dzstd=disabled -Dgles1=disabled -Dgles2=disabled \
	-Degl=disabled -Dosmesa=false -Dvideo-codecs= -Dbuild-tests=false > ../meson.log
nice ninja -C ../build > ../ninja.log

mkdir -p "$out"
find ../build -name opengl32.dll -exec cp {} "$out/" \;
find ../build -name libgallium_wgl.dll -exec cp {} "$out/" \;
x86_64-w64-mingw32-strip "$out"/*.dll
cp docs/license.rst "$out/LICENCE-Mesa.txt"
cd / && rm -rf "$work"
