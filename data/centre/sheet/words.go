package sheet

import (
	"cmp"

	"graduand/data/campaign"
	"graduand/data/text"
)

// Words are the sentences of a language, "" for the campaign's, with those of the campaign.
func Words(c *campaign.Campaign, language string) *text.Text {
	language = cmp.Or(language, c.Language)
	return text.For(language).With(c.Sentences(language))
}
