package frame_test

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// isDark says that what stands in the window is drawn on a dark ground.
func isDark() bool {
	return fyne.CurrentApp().Settings().Theme().Color(theme.ColorNameBackground, 0) == widgets.NewTheme(true, 100).Color(theme.ColorNameBackground, 0)
}

// Who has chosen nothing, or to look like the system, sees what the system shows, also when that changes.
func TestTheThemeFollowsTheSystem(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	for _, dark := range []bool{true, false, true} {
		if w.SystemIs(dark); isDark() != dark {
			t.Errorf("the system is dark: %v, the window: %v", dark, isDark())
		}
	}
	box := w.Ask("Запитання", widget.NewLabel("?"), 300, frame.Choice{Label: "Ні"})
	if w.SystemIs(false); !isDark() {
		t.Error("the page was made anew under a dialog")
	}
	if box.Leave(); isDark() {
		t.Error("the system is not followed behind the dialog")
	}
	w.OnDark()
	if w.SystemIs(false); !isDark() || w.Settings.Theme() != frame.DarkTheme {
		t.Error("the system counts more than what was chosen")
	}
	w.SystemIs(true)
	if w.ChangeTheme(frame.LightTheme); isDark() {
		t.Error("the light theme is dark")
	}
	if w.ChangeTheme(frame.SystemTheme); !isDark() {
		t.Error("the system is not followed again")
	}
}

// What a version before has kept stays as it was seen: it knew two themes.
func TestTheThemeOfBeforeIsKept(t *testing.T) {
	for former, want := range map[string]frame.Theme{
		`{}`: frame.SystemTheme, `{"dark": true}`: frame.DarkTheme, `{"dark": false}`: frame.LightTheme,
		`{"dark": false, "light": false}`: frame.SystemTheme, `{"dark": false, "light": true}`: frame.LightTheme,
	} {
		folder := t.TempDir()
		if err := os.WriteFile(filepath.Join(folder, "settings.json"), []byte(former), 0o600); err != nil {
			t.Fatal(err)
		}
		if s, err := frame.LoadSettings(folder, "uk"); err != nil || s.Theme() != want {
			t.Errorf("%s gives %d, %v", former, s.Theme(), err)
		}
	}
}
