package help

import (
	"bytes"
	"context"

	"graduand/data/guide"
	"graduand/data/registrar"
	"graduand/ui/frame"
)

// OpenGuide shows the user guide of a campaign in the PC's browser. There is one in Ukrainian and in
// Russian: who speaks another language gets the nearer.
func OpenGuide(w *frame.Window, c *registrar.CampaignFile) {
	language := guide.LanguageFor(w.Settings.Language, c)
	frame.Run(w, &frame.Turn{}, func(context.Context) (string, error) {
		var page bytes.Buffer
		if err := guide.Write(&page, c, language); err != nil {
			return "", err
		}
		return w.SaveOwn("guide", guide.FileName(c, language), page.Bytes())
	}, func(path string, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		w.OpenOutside(&frame.Turn{}, path)
	})
}

// guideWords name the button of the guide, with its language where the window speaks another.
func guideWords(w *frame.Window) string {
	return w.Say("help_screen.guide", map[string]any{"language": guide.LanguageFor(w.Settings.Language, w.Registrar().Campaign())})
}
