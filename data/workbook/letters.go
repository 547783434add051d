package workbook

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"graduand/data"
)

// eightBit are the codes that files of the two countries have: Windows, the mail of Unix,
// DOS in its Russian and its Ukrainian form (RST 2018-91, known as cp1125), and the Mac.
var eightBit = []func([]byte) string{
	decoderOf(charmap.Windows1251), decoderOf(charmap.KOI8U), decoderOf(charmap.CodePage866), decodeDOS, decoderOf(charmap.MacintoshCyrillic),
}

func decoderOf(code *charmap.Charmap) func([]byte) string {
	return func(content []byte) string {
		var b strings.Builder
		b.Grow(2 * len(content))
		for _, c := range content {
			b.WriteRune(code.DecodeByte(c))
		}
		return b.String()
	}
}

// dosLetters are where the Ukrainian DOS differs from the Russian one, from 0xF2 on.
var dosLetters = []rune("ҐґЄєІіЇї·√№¤")

func decodeDOS(content []byte) string {
	var b strings.Builder
	b.Grow(2 * len(content))
	for _, c := range content {
		if at := int(c) - 0xf2; at >= 0 && at < len(dosLetters) {
			b.WriteRune(dosLetters[at])
		} else {
			b.WriteRune(charmap.CodePage866.DecodeByte(c))
		}
	}
	return b.String()
}

// A reading is right when its letters are worth at least sureWorth on the average, and all
// of them together sureLead more than those of any other reading: below that two codes may
// be meant, and nobody is called by guess.
const (
	sureWorth = 1.2
	sureLead  = 6
)

// decodeLetters reads a text of an eight-bit code by what its letters say.
func decodeLetters(content []byte) (string, error) {
	sample := content[:min(len(content), 64<<10)]
	best, second, average, chosen := math.Inf(-1), math.Inf(-1), 0.0, eightBit[0]
	seen := map[string]bool{}
	for _, code := range eightBit {
		read := code(sample)
		if seen[read] {
			continue // both codes have these letters in the same places
		}
		seen[read] = true
		if sum, count := worthOf(read); sum > best {
			best, second, average, chosen = sum, best, sum/float64(max(count, 1)), code
		} else {
			second = max(second, sum)
		}
	}
	if average < sureWorth || best-second < sureLead {
		return "", data.Fail("roster.unknown_letters", nil)
	}
	return chosen(content), nil
}

// worth is how much a letter says for a reading: often in Ukrainian, Russian or Kyrgyz
// texts, now and then, seldom.
var worth = worths(map[string]float64{"оаиіненртсвлкудм": 2.5, "пяйьбгзчыхїжєюш": 1, "щцфґэёъ": -0.5})

func worths(of map[string]float64) map[rune]float64 {
	each := map[rune]float64{}
	for letters, value := range of {
		for _, r := range letters {
			each[r] = value
		}
	}
	return each
}

// worthOf is the worth of all letters of a reading, and their number. What is no letter of
// these languages speaks against it, and so do a capital behind a small letter and five
// consonants on end.
func worthOf(read string) (sum float64, count int) {
	small, consonants := false, 0
	for _, r := range read {
		if r < utf8.RuneSelf {
			small, consonants = false, 0
			continue
		}
		lower := unicode.ToLower(r)
		value, known := worth[lower]
		if consonants++; !known || strings.ContainsRune("аеєиіїоуюяыэёөүьъй", lower) {
			consonants = 0
		}
		switch {
		case known && small && unicode.IsUpper(r), consonants > 4:
			value = -4
		case known:
		case strings.ContainsRune("№«»–—’“”„\u00a0…", r):
			value = -1
		default:
			value = -6
		}
		sum, count = sum+value, count+1
		small = known && unicode.IsLower(r)
	}
	return sum, count
}
