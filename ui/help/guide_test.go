package help

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// The guide is opened from the help, in the language of the window or the nearest, of the campaign in hand;
// the button says which where it is another.
func TestTheGuideIsOpenedFromTheHelp(t *testing.T) {
	for _, row := range []struct{ campaign, window, button, file, says string }{
		{"zno-2020", "uk", "Посібник", "graduand-zno-2020-uk.html", "«Списки й пакети»"},
		{"zno-2020", "ru", "Руководство", "graduand-zno-2020-ru.html", "«Списки и пакеты»"},
		{"ort-2021", "ky", "Колдонмо (орусча)", "graduand-ort-2021-ru.html", "«Доступы»"},
		{"zno-2020", "en", "Guide (in Ukrainian)", "graduand-zno-2020-uk.html", "«Прийом комплектів»"},
	} {
		w, _ := frametest.WithDemo(t, row.campaign, row.window, 2)
		opened := ""
		w.OpenFile = func(path string) error { opened = path; return nil }
		w.Go(frame.Route{Screen: frame.Help})
		frametest.Tap(t, w, row.button)
		page, err := os.ReadFile(opened)
		if err != nil || filepath.Base(opened) != row.file || !strings.Contains(string(page), row.says) {
			t.Errorf("%+v: %s was opened: %v", row, opened, err)
		}
	}
}
