package frame

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"graduand/data/registrar"
	"graduand/data/text"
)

// ResetLook puts back to the usual what a window may have that nobody finds again, or can read: theme, size
// of letters, size and place of the window, columns of tables, folders of dialogs. The language, the last
// registries, what was read and how printers are set stay. The settings of before are kept in aside; it is
// "" where there were none.
func ResetLook(folder, language string) (aside string, err error) {
	path := filepath.Join(folder, registrar.SettingsFile)
	content, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("read settings: %w", err)
	}
	aside = path + ".before-reset"
	if err := registrar.SaveFile(aside, content); err != nil {
		return "", err
	}
	s, err := LoadSettings(folder, language)
	if err != nil {
		return "", err
	}
	usual := usualSettings(folder, language)
	s.SetTheme(usual.Theme())
	s.Scale, s.Width, s.Height, s.Standing = usual.Scale, usual.Width, usual.Height, nil
	s.Tables, s.Folders, s.SiteFolded = nil, nil, false
	return aside, s.Save()
}

// KeptLanguage is that of the settings in a folder, "" where none can be read or spoken; nothing is altered.
func KeptLanguage(folder string) string {
	var settings struct{ Language string }
	content, err := os.ReadFile(filepath.Join(folder, registrar.SettingsFile))
	if err != nil || json.Unmarshal(content, &settings) != nil || !slices.Contains(text.Languages(), settings.Language) {
		return ""
	}
	return settings.Language
}
