package frame

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"graduand/data/registrar"
	"graduand/data/text"
	"graduand/ui/widgets"
)

// Settings are how the window looks on this PC. They hold no personal word.
type Settings struct {
	// Language is one of text.Languages.
	Language string `json:"language"`
	// Dark chooses the dark theme, Light the light one; with neither it is that of the system.
	Dark  bool `json:"dark"`
	Light bool `json:"light"`
	// Scale is the size of letters in percent: 100 is the usual.
	Scale int `json:"scale"`
	// Width and Height are the window's, in device-independent pixels.
	Width  float32 `json:"width"`
	Height float32 `json:"height"`
	// Standing is where the window stood last, nil where nobody knows.
	Standing *Standing `json:"standing,omitempty"`
	// Recent are the registries that were open last, the newest first; a demonstration is not
	// among them.
	Recent []string `json:"recent,omitempty"`
	// Registry is what versions before wrote in the place of Recent.
	Registry string `json:"registry,omitempty"`
	// LockMinutes is how long nobody may touch the window before it locks; 0 for never.
	LockMinutes int `json:"lock_minutes"`
	// Noticed says that the notice of confidentiality was read (KG-012).
	Noticed bool `json:"noticed"`
	// Toured says that an operator was shown around the window.
	Toured bool `json:"toured,omitempty"`
	// NoticedHome says that a graduate read what is said to who fills a form at home.
	NoticedHome bool `json:"noticed_home"`
	// SiteFolded says that the panel of the centre's site is folded away.
	SiteFolded bool `json:"site_folded,omitempty"`
	// PrintRight and PrintDown are by how many mm labels are moved for the printer of this PC.
	PrintRight float64 `json:"print_right,omitempty"`
	PrintDown  float64 `json:"print_down,omitempty"`
	// CrashTold is of when the report of a crash was that was told last.
	CrashTold string `json:"crash_told,omitempty"`
	// Folders are those where files were chosen last, by purpose.
	Folders map[string]string `json:"folders,omitempty"`
	// Printer is the name of the printer that a document was printed on last.
	Printer string `json:"printer,omitempty"`
	// Tables are how tables were arranged, by their names.
	Tables map[string]*widgets.TableLook `json:"tables,omitempty"`
	// FormPlaces are the steps at which forms were left, the newest last.
	FormPlaces []FormPlace `json:"form_places,omitempty"`

	path string
	// lent is the look of this PC while a graduate, or who has not signed in yet, has another.
	lent *look
}

// look is what a person at this PC may want otherwise than the one before.
type look struct {
	language string
	dark     bool
	light    bool
	scale    int
}

// Theme is which of the two themes was chosen.
type Theme int

// SystemTheme is that of the system, whichever it has.
const (
	SystemTheme Theme = iota
	LightTheme
	DarkTheme
)

// Theme is the one that was chosen.
func (s *Settings) Theme() Theme {
	switch {
	case s.Dark:
		return DarkTheme
	case s.Light:
		return LightTheme
	}
	return SystemTheme
}

// SetTheme chooses one.
func (s *Settings) SetTheme(t Theme) { s.Dark, s.Light = t == DarkTheme, t == LightTheme }

// Scales are the sizes of letters to choose from, in percent.
func Scales() []int { return []int{90, 100, 115, 130, 150} }

// LockTimes are the times to choose from, in minutes; 0 is never.
func LockTimes() []int { return []int{1, 5, 15, 30, 0} }

// usualSettings are those of a first start.
func usualSettings(folder, language string) *Settings {
	return &Settings{Language: language, Scale: 100, Width: 1340, Height: 720, LockMinutes: 5, path: filepath.Join(folder, registrar.SettingsFile)}
}

// LoadSettings reads the settings of a folder. A file that cannot be read is kept
// aside as settings.json.bad, and the usual settings hold.
func LoadSettings(folder, language string) (*Settings, error) {
	s := usualSettings(folder, language)
	content, err := os.ReadFile(s.path)
	if errors.Is(err, os.ErrNotExist) {
		return s, nil
	}
	if err == nil {
		err = json.Unmarshal(content, s)
		s.readFormer(content)
		s.onPaths(registrar.FoundPath)
	}
	if err != nil {
		if renamed := os.Rename(s.path, s.path+".bad"); renamed != nil {
			return s, fmt.Errorf("put bad settings aside: %w", renamed)
		}
	}
	s.mend(language)
	return s, nil
}

// readFormer reads what a version before has written otherwise: it knew light and dark alone, so that the
// light theme was chosen where the dark one was not.
func (s *Settings) readFormer(content []byte) {
	var former struct{ Dark, Light *bool }
	if err := json.Unmarshal(content, &former); err == nil && former.Light == nil && former.Dark != nil {
		s.Light = !*former.Dark
	}
}

// onPaths puts other paths in the place of those that are on a stick, as [registrar.KeptPath] and
// [registrar.FoundPath] give them; who has copied the settings keeps theirs.
func (s *Settings) onPaths(give func(folder, path string) string) {
	folder := filepath.Dir(s.path)
	s.Recent, s.Folders = slices.Clone(s.Recent), maps.Clone(s.Folders)
	for i, path := range s.Recent {
		s.Recent[i] = give(folder, path)
	}
	for purpose, path := range s.Folders {
		s.Folders[purpose] = give(folder, path)
	}
}

// mend replaces what no window can be made with.
func (s *Settings) mend(language string) {
	known := false
	for _, l := range text.Languages() {
		known = known || l == s.Language
	}
	if !known {
		s.Language = language
	}
	if s.LockMinutes < 0 || s.LockMinutes > 60 {
		s.LockMinutes = 5
	}
	s.forgetPlaces()
	if demo := filepath.Join(filepath.Dir(s.path), registrar.DemoFolder); s.Registry != "" && !within(s.Registry, demo) {
		s.Recent = append(s.Recent, s.Registry)
	}
	s.Registry = ""
	if s.Scale < 50 || s.Scale > 300 {
		s.Scale = 100
	}
	if s.Width < 640 || s.Height < 400 || s.Width > 10000 || s.Height > 10000 {
		s.Width, s.Height = 1340, 720
	}
}

// maximumRecent is how many registries are remembered.
const maximumRecent = 5

// Opened remembers a registry as the newest.
func (s *Settings) Opened(path string) {
	recent := slices.DeleteFunc(s.Recent, func(other string) bool { return other == path })
	s.Recent = append([]string{path}, recent...)
	s.Recent = s.Recent[:min(len(s.Recent), maximumRecent)]
}

// Forget takes a registry off the last ones.
func (s *Settings) Forget(path string) {
	s.Recent = slices.DeleteFunc(s.Recent, func(other string) bool { return other == path })
}

// Lend makes what is changed of the look from now on end with the sitting: it is not saved.
func (s *Settings) Lend() {
	if s.lent == nil {
		s.lent = &look{s.Language, s.Dark, s.Light, s.Scale}
	}
}

// Adopt makes a lent look that of this PC.
func (s *Settings) Adopt() { s.lent = nil }

// GiveBack takes the look of this PC again.
func (s *Settings) GiveBack() {
	if l := s.lent; l != nil {
		s.Language, s.Dark, s.Light, s.Scale, s.lent = l.language, l.dark, l.light, l.scale, nil
	}
}

// Save writes the settings whole or not at all.
func (s *Settings) Save() error {
	kept := *s
	kept.GiveBack()
	kept.onPaths(registrar.KeptPath)
	content, err := json.MarshalIndent(&kept, "", "  ")
	if err != nil {
		return fmt.Errorf("encode settings: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(s.path), 0o700); err != nil {
		return fmt.Errorf("make folder of settings: %w", err)
	}
	return registrar.SaveFile(s.path, content)
}

// FormPlace is where a form was left: the id of a graduate and the codes of a step and of a field in
// it, no personal word (KG-060).
type FormPlace struct {
	Graduate string `json:"graduate"`
	Step     string `json:"step"`
	Field    string `json:"field,omitempty"`
}

// maximumPlaces is how many forms are remembered; the oldest are forgotten.
const maximumPlaces = 500

// LeaveForm remembers at which step a form was left, and in which field, "" for none.
func (s *Settings) LeaveForm(graduate, step, field string) {
	s.FormPlaces = slices.DeleteFunc(s.FormPlaces, func(p FormPlace) bool { return p.Graduate == graduate })
	s.FormPlaces = append(s.FormPlaces, FormPlace{graduate, step, field})
	s.forgetPlaces()
}

// FormStep is the code of the step at which a form was left, "" for none.
func (s *Settings) FormStep(graduate string) string { return s.FormPlace(graduate).Step }

// FormPlace is where a form was left; it has no step where that is not known.
func (s *Settings) FormPlace(graduate string) FormPlace {
	at := slices.IndexFunc(s.FormPlaces, func(p FormPlace) bool { return p.Graduate == graduate })
	if at < 0 {
		return FormPlace{Graduate: graduate}
	}
	return s.FormPlaces[at]
}

// forgetPlaces keeps the newest.
func (s *Settings) forgetPlaces() {
	s.FormPlaces = s.FormPlaces[max(len(s.FormPlaces)-maximumPlaces, 0):]
}
