package printing

import (
	"slices"

	"graduand/data"
)

// pageText is what stands on a page as a search reads it: see [data.FindKey].
type pageText struct {
	key []rune
	// at are the numbers of these letters among the signs of the page.
	at []int
}

// span are signs of a page, one behind another.
type span struct{ from, count int }

// hit is where something that was looked for stands.
type hit struct {
	page int
	span span
}

// readPage reads the signs of a page. Words are parted by one space, wherever a line ends.
func readPage(signs []rune) (t pageText) {
	for i, sign := range signs {
		letter := data.FindLetter(sign)
		if letter < 0 || letter == ' ' && (len(t.key) == 0 || t.key[len(t.key)-1] == ' ') {
			continue
		}
		t.key, t.at = append(t.key, letter), append(t.at, i)
	}
	return t
}

// find tells where a [data.FindKey] stands; what overlaps counts once.
func (t pageText) find(key []rune) (found []span) {
	for i := 0; i+len(key) <= len(t.key); {
		if !slices.Equal(t.key[i:i+len(key)], key) {
			i++
			continue
		}
		last := t.at[i+len(key)-1]
		found = append(found, span{t.at[i], last - t.at[i] + 1})
		i += len(key)
	}
	return found
}

// findIn tells where words stand on the pages, in their order; nowhere for none.
func findIn(pages []pageText, words string) (hits []hit) {
	key := []rune(data.FindKey(words))
	if len(key) == 0 {
		return nil
	}
	for page, text := range pages {
		for _, span := range text.find(key) {
			hits = append(hits, hit{page, span})
		}
	}
	return hits
}
