package ui

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// seasonWeeks are the Mondays of a season, and days on which something happens late in it.
var seasonWeeks = []data.Date{"2020-02-03", "2020-02-10", "2020-02-17", "2020-02-24", "2020-03-02", "2020-03-09", "2020-03-16", "2020-03-23",
	"2020-03-30", "2020-04-06", "2020-04-13", "2020-05-25"}

// TestSeasonShots keeps the overview of every week of a season; it is asked for by make gallery.
func TestSeasonShots(t *testing.T) {
	if os.Getenv("SHOTS") == "" {
		t.Skip("pictures are made by make gallery")
	}
	for _, week := range seasonWeeks {
		w := frametest.WithSeason(t, "zno-2020", "uk", 94, week)
		w.Go(frame.Route{Screen: frame.Overview})
		frametest.Shot(t, w, "season-"+string(week))
	}
}

// Whatever has happened, the overview has room for it: F-17.
func TestOverviewOfTheSeasonFits(t *testing.T) {
	for _, week := range []data.Date{"2020-02-10", "2020-03-02", "2020-03-16", "2020-05-25"} {
		w := frametest.WithSeason(t, "zno-2020", "uk", 40, week)
		for _, size := range frametest.WindowSizes {
			w.Fyne().Resize(size)
			w.Go(frame.Route{Screen: frame.Overview})
			w.Fyne().Resize(size.AddWidthHeight(1, 1))
			w.Fyne().Resize(size)
			frametest.Fits(t, string(week), w.Fyne().Content(), w.Canvas().Size(), fyne.NewPos(0, 0), false)
		}
	}
}
