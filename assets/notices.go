package assets

import (
	_ "embed"
	"strings"
)

// AllNotices are the licences of all that the program is made of, as they go with it
// wherever it is passed on. make notices gathers them.
//
//go:embed notices/notices.txt
var AllNotices string

// Notice is the licence of a part of the program.
type Notice struct {
	// Of is the part: a module with its version, or a name.
	Of string
	// Text is the licence as its authors have written it.
	Text string
}

// Notices are [AllNotices] part by part.
func Notices() (all []Notice) {
	for _, part := range strings.Split("\n"+AllNotices, "\n==== ")[1:] {
		of, text, _ := strings.Cut(part, " ====\n")
		all = append(all, Notice{of, strings.TrimSpace(text)})
	}
	return all
}
