package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
)

// letters are those in which a line is written.
type letters struct {
	size  float32
	style fyne.TextStyle
}

func (l letters) width(words string) float32 {
	return fyne.MeasureText(words, l.size, l.style).Width
}

// breakLine takes as many words as have room in a line, one at least, and leaves the rest.
func (l letters) breakLine(words string, room float32) (line, rest string) {
	all := strings.Fields(words)
	n := min(1, len(all))
	for n < len(all) && l.width(strings.Join(all[:n+1], " ")) <= room {
		n++
	}
	return strings.Join(all[:n], " "), strings.Join(all[n:], " ")
}

// fit shortens words that are wider than their room, with an ellipsis.
func (l letters) fit(words string, room float32) string {
	if room <= 0 {
		return ""
	}
	if l.width(words) <= room {
		return words
	}
	all := []rune(words)
	low, high := 0, len(all)
	for low < high {
		middle := (low + high + 1) / 2
		if l.width(string(all[:middle])+"…") <= room {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return string(all[:low]) + "…"
}
