#!/bin/bash
# oldlibc.sh FOLDER: what a program is linked with so that it runs on a C library older than this PC's, from
# 2.27 on (Ubuntu 18.04, Debian 10, Astra 1.7, ALT p10), into FOLDER, and prints the flags for the linker. Functions of
# threads and of loading moved in 2.34 and got a new version; here the linker is shown libraries in which
# they stand where they stood, with the version by which every C library still knows them.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$(realpath -m "$1")
mkdir -p "$out"

# stub LIBRARY NAME VERSION FUNCTION…: a library of that name for the linker alone.
stub() {
	local file=$out/$1 name=$2 version=$3
	shift 3
	printf '%s { global: *; };\n' "$version" > "$file.map"
	printf 'void %s(void) {}\n' "$@" |
		gcc -w -shared -nostdlib -ffreestanding -fno-builtin -x c - -o "$file" -Wl,-soname,"$name" -Wl,--version-script="$file.map"
}

stub libpthread.so libpthread.so.0 GLIBC_2.2.5 pthread_create pthread_sigmask pthread_attr_getstack pthread_attr_getstacksize \
	pthread_getattr_np pthread_getspecific pthread_setspecific pthread_key_create pthread_key_delete
stub libdl.so libdl.so.2 GLIBC_2.2.5 dlopen dlclose dlsym
gcc -O2 -fno-pie -fcf-protection=none -c "$here/start.c" -o "$out/start.o"
echo "-nostartfiles $out/start.o -L$out"
