package ui

import (
	"context"

	"graduand/data/registrar"
)

// OpenDemo opens the demonstration school of a campaign, made if it is not there yet.
func OpenDemo(w *Window, id string) {
	c, err := registrar.Campaign(id, nil)
	if err != nil {
		w.fail(err)
		return
	}
	runLong(w, w.say("ui.opening", nil), func(ctx context.Context, _ Progress) (string, error) {
		return makeDemo(ctx, w.DemoFolder, c, w.Key)
	}, func(path string, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		w.open(path)
	})
}
