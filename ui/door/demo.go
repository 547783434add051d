package door

import (
	"context"
	"os"
	"path/filepath"
	"runtime/debug"

	"graduand/data/registrar"
	"graduand/ui/frame"
)

// OpenDemo opens the demonstration school of a campaign, made if it is not there yet.
func OpenDemo(w *frame.Window, id string) {
	c, err := registrar.Campaign(id, nil)
	if err != nil {
		w.Fail(err)
		return
	}
	frame.RunLong(w, w.Say("ui.opening", nil), func(ctx context.Context, _ frame.Progress) (string, error) {
		return makeDemo(ctx, w.DemoFolder, c, w.Key)
	}, func(path string, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		w.Open(path)
	})
}

// makeDemo returns the registry of the demonstration in folder. A new one gets its
// name when it is whole, so that one broken off is never taken for it.
func makeDemo(ctx context.Context, folder string, c *registrar.CampaignFile, key *registrar.SchoolKey) (path string, err error) {
	final := filepath.Join(folder, c.ID)
	path = filepath.Join(final, "school.graduand")
	if _, err := os.Stat(path); err == nil {
		if _, err := registrar.LookAt(ctx, path); registrar.CodeOf(err) != "registry.other_schema" {
			return path, nil
		}
		// A demonstration of an earlier version holds nothing of anybody's.
		if err := os.RemoveAll(final); err != nil {
			return "", cannotWrite(final, err)
		}
	}
	making := final + ".making"
	// Its pictures and its papers have taken a hundred megabytes, and whoever looks round needs none of them.
	defer debug.FreeOSMemory()
	if err := os.RemoveAll(making); err != nil {
		return "", cannotWrite(making, err)
	}
	if _, err := registrar.Demo(ctx, making, registrar.DemoOptions{Campaign: c, Seed: 1, Key: key}); err != nil {
		return "", err
	}
	if err := os.Rename(making, final); err != nil {
		return "", cannotWrite(final, err)
	}
	return path, nil
}

func cannotWrite(path string, err error) error {
	return &registrar.Error{Code: "file.cannot_write", Args: map[string]any{"file": path}, Err: err}
}
