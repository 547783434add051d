package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
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

// lines are words in letters of this size: in one line, or in two.
type lines struct {
	first, second string
	letters
}

// linesOf breaks words for a room so wide, in two lines where two are allowed. Those that have no
// room even there give way to the short ones, where there are any.
func linesOf(words, short string, two bool, room float32, style fyne.TextStyle) lines {
	usual := letters{theme.Size(theme.SizeNameText), style}
	if !two || usual.width(words) <= room {
		return lines{usual.fit(words, room), "", usual}
	}
	smaller := letters{usual.size * ofTwoLines, style}
	line, rest := smaller.breakLine(words, room)
	if smaller.width(rest) > room && short != "" {
		return linesOf(short, "", two, room, style)
	}
	return lines{smaller.fit(line, room), smaller.fit(rest, room), smaller}
}

// ofTwoLines is how large the letters of two lines are: as large as two can be in a row
// without touching, hardly smaller than those of one.
const ofTwoLines = 12.0 / usualText

// usualText is the size of letters for which widths of columns are given.
const usualText = 13
