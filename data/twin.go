package data

// The letters that look alike in both alphabets, in the same order.
const (
	latinTwins    = "ABCEHIKMOPTXYaceiopxyk"
	cyrillicTwins = "АВСЕНІКМОРТХУасеіорхук"
)

var (
	toCyrillicTwin = twins(latinTwins, cyrillicTwins)
	toLatinTwin    = twins(cyrillicTwins, latinTwins)
)

func twins(from, to string) map[rune]rune {
	pairs, target := map[rune]rune{}, []rune(to)
	for i, r := range []rune(from) {
		pairs[r] = target[i]
	}
	return pairs
}

// CyrillicTwin is the Cyrillic letter that looks like a Latin one; any other sign stays.
func CyrillicTwin(r rune) rune { return twin(r, toCyrillicTwin) }

// LatinTwin is the Latin letter that looks like a Cyrillic one; any other sign stays.
func LatinTwin(r rune) rune { return twin(r, toLatinTwin) }

func twin(r rune, of map[rune]rune) rune {
	if other, is := of[r]; is {
		return other
	}
	return r
}
