// Package assets holds what the program brings with it: the campaign files and
// the models of faces. They are embedded, so that one file is the whole program.
package assets

import (
	"embed"
	_ "embed"
	"strings"
)

// Campaigns holds campaigns/ID.toml for each campaign that the program brings.
//
//go:embed campaigns/*.toml
var Campaigns embed.FS

// Guide holds guide/LANGUAGE.md, the words of the user guide, and guide/pictures/CAMPAIGN/NAME.png.
//
//go:embed guide
var Guide embed.FS

// Models holds the models by which faces and what is in them are found, see models/README.md.
//
//go:embed models/facefinder models/puploc models/lp84 models/lp93
var Models embed.FS

// Icon is the program's, a PNG of 256 px; icon/graduand.svg is what it and graduand.ico are drawn from.
//
//go:embed icon/graduand.png
var Icon []byte

// DemoCampaign is the id of the campaign that is shown when nobody asks for another.
const DemoCampaign = "zno-2020"

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
