#!/bin/sh
# pigo finds the same pupil in the same picture at another place each time, and reads other
# pixels than those of a part of a picture.
#
# One would expect: the same bytes and the same question have the same answer, as the face
# itself has; and a part of a picture (SubImage) made grey is that part.
# Seen (pigo 1.4.6): the search for a pupil shakes its start by the random numbers of the whole
# process, which since Go 1.20 differ at every run: the place moves by pixels. The grey of a
# part is read at the coordinates of the whole from its own corner on: the wrong pixels, black
# beyond the edge, and no error; a face in them is not found.
# Why a secretary cares: a photo that was accepted yesterday would be refused today, and who
# asks the centre why would hear that it is fine.
#
# Needs go (no C compiler, no display).
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > main.go <<'GO'
package main

import (
	"fmt"
	"image"
	"image/color"
	"os"

	pigo "github.com/esimov/pigo/core"
)

func main() {
	model, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	eyes, err := (&pigo.PuplocCascade{}).UnpackCascade(model)
	if err != nil {
		panic(err)
	}
	// A light face with one dark pupil at row 120, column 140.
	const side = 300
	face := image.NewNRGBA(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			light := uint8(200)
			if dx, dy := x-140, y-120; dx*dx+dy*dy < 64 {
				light = 30
			}
			face.SetNRGBA(x, y, color.NRGBA{light, light, light, 255})
		}
	}
	picture := pigo.ImageParams{Pixels: pigo.RgbToGrayscale(face), Rows: side, Cols: side, Dim: side}
	places := map[[2]int]bool{}
	for range 200 {
		at := eyes.RunDetector(pigo.Puploc{Row: 118, Col: 137, Scale: 60, Perturbs: 63}, picture, 0, false)
		places[[2]int{at.Row, at.Col}] = true
	}
	fmt.Println("the same pupil asked for again: always in one place:", len(places) == 1)

	// A part of the picture that begins at the pupil's middle: its first pixel is dark.
	part := face.SubImage(image.Rect(140, 120, 240, 220))
	fmt.Println("a part that begins in the pupil: first pixel", pigo.RgbToGrayscale(part)[0], "of", color.GrayModel.Convert(part.At(140, 120)).(color.Gray).Y)
}
GO
go mod init probe
go get github.com/esimov/pigo/core@v1.4.6 || exit 2
go run . "$(go list -m -f '{{.Dir}}' github.com/esimov/pigo)/cascade/puploc" > seen
diff - seen <<'SEEN'
the same pupil asked for again: always in one place: false
a part that begins in the pupil: first pixel 0 of 30
SEEN
