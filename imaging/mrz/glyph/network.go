package glyph

import (
	_ "embed"
	"encoding/binary"
	"sync"
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

// None is the score of what is no sign: half a sign, a scratch, grain.
const None = len(Signs)

// Scores are how much a patch is like each sign, and like none, in 1/256 of the natural
// logarithm of odds.
type Scores [len(Signs) + 1]int32

// layer is one unit after another: the weights of what comes in, and the bias.
type layer struct {
	weights [][]int16
	biases  []int32
}

// network are the two layers; its numbers are unpacked when they are first asked for.
var network = sync.OnceValue(func() (layers [2]layer) {
	packed := weights
	for i, sides := range [2][2]int{{Hidden, Width * Height}, {len(Signs) + 1, Hidden}} {
		for range sides[0] {
			packed = layers[i].take(packed, sides[1])
		}
	}
	return layers
})

// take takes one more unit with so many weights from the numbers; rest are those after it.
func (l *layer) take(packed []byte, in int) (rest []byte) {
	row := make([]int16, in)
	for i := range row {
		row[i] = int16(binary.LittleEndian.Uint16(packed[2*i:]))
	}
	packed = packed[2*in:]
	l.weights, l.biases = append(l.weights, row), append(l.biases, int32(binary.LittleEndian.Uint32(packed)))
	return packed[4:]
}

// Judge scores a patch.
func Judge(p *Patch) (s Scores) {
	layers := network()
	var hidden [Hidden]int32
	for h := range hidden {
		hidden[h] = int32(max(0, layers[0].unit(h, p[:])) / spread)
	}
	for i := range s {
		s[i] = int32(layers[1].unit(i, hidden[:]) / 256)
	}
	return s
}

// unit is the sum of what comes in by the weights of a unit, and its bias.
func (l *layer) unit(i int, in []int32) int64 {
	sum := int64(l.biases[i])
	row := l.weights[i][:len(in)]
	for k, v := range in {
		sum += int64(v) * int64(row[k])
	}
	return sum
}
