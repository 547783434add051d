#!/bin/sh
# Go refuses a sound JPEG that is progressive, with restart markers and halved colour.
#
# One would expect: image/jpeg reads baseline and progressive JPEG; its documentation
# names no limit. What DecodeConfig accepts, Decode reads.
# Seen (Go 1.26.8; Debian's jpegtran 2.1.5): each of the three alone is read. Together,
# with colour at half the resolution as photos mostly have it, Decode fails with
# «missing 0xff00 sequence», which sounds like damage. DecodeConfig finds nothing, and
# libjpeg reads the same pixels from the whole and from each of the variants.
# Why a secretary cares: a photo that every viewer shows is called broken. The program
# must say «a rare kind of JPEG, save it anew», not «damaged, ask for another».
#
# Needs Debian 12 and go.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export GOTOOLCHAIN=go1.26.8

apt-get download -q libjpeg-turbo-progs=1:2.1.5-2 libjpeg62-turbo=1:2.1.5-2 2>/dev/null || exit 2
for package in *.deb; do
	dpkg -x "$package" root
done
libraries=$(echo "$work"/root/usr/lib/*-linux-gnu)
libjpeg() {
	program=$1
	shift
	LD_LIBRARY_PATH=$libraries "root/usr/bin/$program" "$@"
}

cat > write.go <<'GO'
package main

import (
	"image"
	"image/color"
	"image/jpeg"
	"os"
)

func main() {
	photo := image.NewRGBA(image.Rect(0, 0, 300, 400))
	for i := range 300 * 400 {
		x, y := i%300, i/300
		photo.Set(x, y, color.RGBA{uint8(x), uint8(y), uint8(x * y), 255})
	}
	jpeg.Encode(os.Stdout, photo, nil)
}
GO
cat > read.go <<'GO'
package main

import (
	"fmt"
	"image/jpeg"
	"os"
)

func main() {
	f, _ := os.Open(os.Args[1])
	_, header := jpeg.DecodeConfig(f)
	f.Seek(0, 0)
	_, photo := jpeg.Decode(f)
	fmt.Printf("%s: header %v, photo %v\n", os.Args[1], header, photo)
}
GO
go run write.go > plain
libjpeg jpegtran -progressive plain > progressive
libjpeg jpegtran -restart 1 plain > restart
libjpeg jpegtran -progressive -restart 1 plain > both
libjpeg jpegtran -progressive -restart 1 -grayscale plain > both-grey
for file in progressive restart both both-grey; do
	go run read.go $file
done | tee seen
for file in plain progressive restart both; do
	libjpeg djpeg $file | sha256sum
done | sort -u | wc -l | sed 's/^/different pictures to libjpeg: /' | tee -a seen
diff - seen <<'SEEN'
progressive: header <nil>, photo <nil>
restart: header <nil>, photo <nil>
both: header <nil>, photo invalid JPEG format: missing 0xff00 sequence
both-grey: header <nil>, photo <nil>
different pictures to libjpeg: 1
SEEN
