package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"graduand/cmd/internal/drawn"
	"graduand/cmd/internal/single"
	"graduand/data/registrar"
	"graduand/data/text"
	"graduand/ui/frame"
)

// sayFiles says where everything of the program lies; nothing is made by asking.
func sayFiles(o options, language string) (exit int, err error) {
	folder, err := folderOf(o.Folder)
	if err != nil {
		return 0, err
	}
	words := text.For(language)
	lines := []string{words.Say("files.head", map[string]any{"version": registrar.Program})}
	for _, p := range registrar.OwnPlaces(folder) {
		line := words.Say("files."+p.Code, nil) + ": " + p.Path
		if !p.There {
			line += " (" + words.Say("files.absent", nil) + ")"
		}
		lines = append(lines, line)
	}
	say(strings.Join(lines, "\n"))
	return exitDone, nil
}

// resetLook puts the look of the window back to the usual, and says what it did. A program that runs would
// put it back as it was. By what it is drawn is chosen anew too.
func resetLook(o options, language string) (exit int, err error) {
	folder, err := folderOf(o.Folder)
	if err != nil {
		return 0, err
	}
	words := text.For(language)
	one, err := single.Claim(folder)
	if errors.Is(err, single.ErrRuns) {
		say(words.Say("desktop.reset_runs", nil))
		return exitRefused, nil
	}
	if err == nil {
		defer one.Close()
	}
	if err := drawn.Forget(filepath.Join(folder, registrar.GraphicsFile)); err != nil {
		return 0, err
	}
	aside, err := frame.ResetLook(folder, language)
	switch {
	case err != nil:
		return 0, err
	case aside == "":
		say(words.Say("desktop.reset_nothing", map[string]any{"file": filepath.Join(folder, registrar.SettingsFile)}))
	default:
		say(words.Say("desktop.reset_done", map[string]any{"file": aside}))
	}
	return exitDone, nil
}

// folderOf is the program's folder; it need not be there.
func folderOf(wanted string) (string, error) {
	if wanted != "" {
		return wanted, nil
	}
	folder, err := registrar.OwnFolder()
	if err != nil {
		return "", fmt.Errorf("find folder of the program: %w", err)
	}
	return folder, nil
}
