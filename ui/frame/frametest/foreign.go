package frametest

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"graduand/ui/frame"
)

// Foreign are words that a window must not show in its language: ids of sentences that were not found,
// places in sentences that nobody has filled, and Latin words where the language has Cyrillic letters,
// but for what is called so everywhere.
func Foreign(w *frame.Window) (found []string) {
	for line := range strings.SplitSeq(Visible(w), "\n") {
		if id := sentenceID.FindString(line); id != "" && !slices.Contains(endings, id[strings.LastIndex(id, ".")+1:]) {
			found = append(found, fmt.Sprintf("an id is shown in the place of words: %q", line))
		}
		if strings.Contains(line, "{{") || strings.Contains(line, "<no value>") {
			found = append(found, fmt.Sprintf("nobody has filled a place in %q", line))
		}
		if w.Settings.Language == "en" {
			continue
		}
		words := slices.DeleteFunc(latin.FindAllString(notWords.ReplaceAllString(line, " "), -1), func(word string) bool { return slices.Contains(everywhere, word) })
		// A word alone in its line may be the end of a path or of a key.
		if len(words) > 1 || len(words) == 1 && cyrillic.MatchString(line) {
			found = append(found, fmt.Sprintf("Latin words, %q, in %q", words, line))
		}
	}
	return found
}

var (
	// sentenceID is an id of a catalogue, as «graduates_screen.search».
	sentenceID = regexp.MustCompile(`(^|\s)[a-z]+(_[a-z]+)*(\.[a-z_]+)+\b`)
	cyrillic   = regexp.MustCompile(`\p{Cyrillic}{2,}`)
	latin      = regexp.MustCompile(`[A-Z]?[a-z]{2,}`)
	// notWords are addresses, options, keys, codes, and names and paths of files.
	notWords = regexp.MustCompile(`\S*(@|://|www\.|/)\S*|[^\s«»(]+\.[a-z]{2,8}\b|--[a-z-]+|age1\S*|[0-9a-f]*[0-9][0-9a-f-]*|[a-z]+-[0-9]+`)
)

// endings are those of files, everywhere what is called so in every language.
var (
	endings    = []string{"ua", "kg", "graduand", "agekey", "pub", "pdf", "xlsx", "zip", "age", "csv", "txt"}
	everywhere = []string{"Graduand", "English", "Excel", "Open", "Document", "Libre", "Office", "xls", "xlsx", "ods", "csv", "txt",
		"Ctrl", "Enter", "Esc", "Tab", "Alt", "Shift", "Space", "Delete", "Backspace", "Page", "Up", "Down", "Home", "End",
		// Who sits before a registry of a test, and how its files and folders are called.
		"Key", "school", "demo", "new", "graduand"}
)
