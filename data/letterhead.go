package data

import "strings"

// Letterhead is what stands at the head of what a school sends, in the place of a corner stamp: an
// image, or lines of text (UA-120); nothing of both for a school that has none.
type Letterhead struct {
	Lines []string `json:"lines,omitempty"`
	// Image is a file of JPEG as the program has made it, Width and Height its size on paper in mm.
	Image  []byte  `json:"image,omitempty"`
	Width  float64 `json:"width,omitempty"`
	Height float64 `json:"height,omitempty"`
}

// MaximumLetterheadLines bounds the lines of a letterhead: more leave no room for a letter.
const MaximumLetterheadLines = 8

// Empty says that there is none.
func (l *Letterhead) Empty() bool { return len(l.Lines) == 0 && len(l.Image) == 0 }

// LetterheadLines are the lines of a text that somebody has typed, each as [CleanText] has it.
// The errors are those and letterhead.too_many.
func LetterheadLines(typed string) ([]string, error) {
	var lines []string
	for line := range strings.Lines(typed) {
		clean, err := CleanText(Term("letterhead.title"), line)
		if err != nil {
			return nil, err
		}
		if clean != "" {
			lines = append(lines, clean)
		}
	}
	if len(lines) > MaximumLetterheadLines {
		return nil, Fail("letterhead.too_many", Args{"limit": MaximumLetterheadLines})
	}
	return lines, nil
}
