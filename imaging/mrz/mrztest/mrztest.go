// Package mrztest has people who are not, and documents with their machine-readable zones as a
// phone or a scanner would see them.
package mrztest

import "graduand/imaging/drawing"

// What documents are drawn with.
type (
	Scene  = drawing.Scene
	Face   = drawing.Face
	Random = drawing.Random
)

// Seeded begins a row of random numbers.
func Seeded(seed int) *Random { return drawing.Seeded(seed) }

// Real is the face of real documents.
func Real() *Face { return drawing.OCRB() }

// Open reads a face from an OpenType or TrueType file.
func Open(content []byte) (*Face, error) { return drawing.Open(content) }
