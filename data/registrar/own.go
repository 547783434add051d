package registrar

import (
	"encoding/json"
	"os"
	"path/filepath"

	"graduand/data/file"
)

// What lies in the program's own folder, see [OwnFolder].
const (
	SettingsFile = "settings.json"
	LogFile      = "graduand.log"
	CrashFile    = "crash.txt"
	GraphicsFile = "graphics.txt"
	DemoFolder   = "demo"
	printFolder  = "print"
)

// OwnPlace is where something of the program lies on this PC. Code says what it is: settings, log, crash,
// graphics, demo, print, toolkit, or registry for one of those that were open last.
type OwnPlace struct {
	Code string `json:"code"`
	Path string `json:"path"`
	// There says that it is there.
	There bool `json:"there"`
}

// OwnPlaces are all of them for a folder of the program; it makes and alters nothing.
func OwnPlaces(folder string) []OwnPlace {
	all := []OwnPlace{
		{Code: "settings", Path: filepath.Join(folder, SettingsFile)}, {Code: "log", Path: filepath.Join(folder, LogFile)},
		{Code: "crash", Path: filepath.Join(folder, CrashFile)}, {Code: "graphics", Path: filepath.Join(folder, GraphicsFile)}, {Code: "demo", Path: filepath.Join(folder, DemoFolder)},
		{Code: "print", Path: string(PrintPlace(folder))},
	}
	if base, err := os.UserConfigDir(); err == nil {
		all = append(all, OwnPlace{Code: "toolkit", Path: filepath.Join(base, "fyne")})
	}
	for _, path := range lastRegistries(folder) {
		all = append(all, OwnPlace{Code: "registry", Path: path})
	}
	for i := range all {
		_, err := os.Stat(all[i].Path)
		all[i].There = err == nil
	}
	return all
}

// PrintPlace is where documents lie while another program prints them: see [file.PrintFolder].
func PrintPlace(folder string) PrintFolder {
	return file.PrintFolder(filepath.Join(folder, printFolder))
}

// lastRegistries are those that the settings of the window name, none where these cannot be read.
func lastRegistries(folder string) []string {
	var settings struct{ Recent []string }
	content, err := os.ReadFile(filepath.Join(folder, SettingsFile))
	if err != nil || json.Unmarshal(content, &settings) != nil {
		return nil
	}
	for i, kept := range settings.Recent {
		settings.Recent[i] = FoundPath(folder, kept)
	}
	return settings.Recent
}
