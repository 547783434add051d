package settings

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// look chooses language, theme and size of letters.
func (s *Screen) look() fyne.CanvasObject {
	w := s.window
	var sizes []string
	size := 0
	for i, scale := range frame.Scales() {
		sizes = append(sizes, fmt.Sprintf("%d %%", scale))
		if scale == w.Settings.Scale {
			size = i
		}
	}
	return container.New(layout.NewFormLayout(),
		widget.NewLabel(w.Say("settings_screen.languages", nil)), frame.LanguageButtons(w, s.onLanguage),
		widget.NewLabel(w.Say("settings_screen.theme", nil)), widgets.ChoiceButtons(frame.ThemeNames(w), int(w.Settings.Theme()), s.onTheme),
		widget.NewLabel(w.Say("settings_screen.scale", nil)), widgets.ChoiceButtons(sizes, size, s.onScale),
		widget.NewLabel(w.Say("settings_screen.lock", nil)), s.lockTimes())
}

// lockTimes chooses after how long without anybody the window locks.
func (s *Screen) lockTimes() fyne.CanvasObject {
	w := s.window
	var titles []string
	present := -1
	for i, minutes := range frame.LockTimes() {
		title := w.Say("settings_screen.lock_never", nil)
		if minutes > 0 {
			title = w.Say("settings_screen.lock_minutes", map[string]any{"minutes": minutes})
		}
		titles = append(titles, title)
		if minutes == w.Settings.LockMinutes {
			present = i
		}
	}
	return widgets.ChoiceButtons(titles, present, s.onLockTime)
}

func (s *Screen) onLockTime(choice int) {
	s.window.Settings.LockMinutes = frame.LockTimes()[choice]
	s.anew()
}

func (s *Screen) onLanguage(language string) {
	s.window.Settings.Language = language
	s.anew()
}

func (s *Screen) onTheme(choice int) {
	s.window.ChangeTheme(frame.Theme(choice))
}

func (s *Screen) onScale(choice int) {
	s.window.Settings.Scale = frame.Scales()[choice]
	s.anew()
}

// anew keeps the settings and builds the window again.
func (s *Screen) anew() {
	s.window.SaveSettings()
	s.window.Anew()
}
