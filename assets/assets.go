// Package assets holds what the program brings with it: the campaign files. They
// are embedded, so that one file is the whole program.
package assets

import "embed"

// Campaigns holds campaigns/ID.toml for each campaign that the program brings.
//
//go:embed campaigns/*.toml
var Campaigns embed.FS

// DemoCampaign is the id of the campaign that is shown when nobody asks for another.
const DemoCampaign = "zno-2020"
