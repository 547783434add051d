package glyph

import (
	_ "embed"
	"encoding/binary"
)

// Signs are the 37 of a zone, in the order of the scores.
const Signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"

// Hidden is how many units the network has between the patch and the signs.
const Hidden = 64

// weights are the numbers of the network as learn writes them, in 1/256: little-endian words
// of 16 bits, for each hidden unit those of the patch and a bias of 32 bits, then for each
// sign those of the hidden units and a bias. They come from pictures of freely licensed faces,
// see learn.
//
//go:embed weights.bin
var weights []byte

// Scores are how much a patch is like each sign, in 1/256 of the natural logarithm of odds.
type Scores [len(Signs)]int32

// Judge scores a patch.
func Judge(p *Patch) (s Scores) {
	var hidden [Hidden]int32
	rest := weights
	for h := range hidden {
		var sum int64
		sum, rest = unit(p[:], rest)
		hidden[h] = int32(max(0, sum) / spread)
	}
	for i := range s {
		var sum int64
		sum, rest = unit(hidden[:], rest)
		s[i] = int32(sum / 256)
	}
	return s
}

// unit is the sum of what comes in by its weights, and the weights after them.
func unit(in []int32, w []byte) (sum int64, rest []byte) {
	for i, v := range in {
		sum += int64(v) * int64(int16(binary.LittleEndian.Uint16(w[2*i:])))
	}
	w = w[2*len(in):]
	return sum + int64(int32(binary.LittleEndian.Uint32(w))), w[4:]
}
