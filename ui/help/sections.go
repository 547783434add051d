package help

import (
	"graduand/ui/frame"
)

// helpSection is a heading with its lines.
type helpSection struct {
	id, title string
	lines     []helpLine
}

// helpLine is a sentence, with a code, a day or a key before it or a question above it where
// it has one. It is found by all of these and by the words found, which are not shown.
type helpLine struct {
	mark, title, words, found string
	// page is the page that a question is about, "" for no one page.
	page string
}

// subjects are the sections that tell of a page; what is said of others stands where it does.
var subjects = map[string]string{
	frame.Form: "form", frame.Roster: "list", frame.Table: "list", frame.CentreList: "centre_list", frame.Access: "lock_title", frame.Account: "lock_title",
	frame.Season: "lock_title", frame.SettingsPage: "dates", frame.Printing: "kit", frame.Intake: "kit", frame.Answer: "refusals", frame.Overview: "dates",
	frame.Photo: "files", frame.PhotoFolder: "files", frame.Post: "kit", frame.Graduates: "keys", frame.History: "lock_title", frame.Restoring: "lock_title", frame.SignIn: "lock_title",
}

// helpSections are the rules of the open campaign and the ways of the program.
func helpSections(w *frame.Window) []helpSection {
	h := newHelpWords(w)
	h.memo()
	h.pages()
	h.asked(questions)
	h.lists()
	h.form("help_screen.form_open")
	h.files()
	h.dates()
	h.subjects()
	h.conditions()
	h.documents()
	h.refusals()
	h.kit()
	h.centres()
	h.keys("Tab", "Enter", "Esc", "Space", "Delete", "F4", "F3", "Shift+F10", "↑ ↓", "Ctrl+S")
	h.tell("lock_title", "help_screen.lock_sealed", "help_screen.lock_roles", "help_screen.lock_idle", "help_screen.lock_access", "help_screen.lock_copies",
		"help_screen.lock_moved", "help_screen.lock_spoilt", "help_screen.lock_mark", "help_screen.lock_excel")
	h.tell("privacy", "welcome.notice", "welcome.notice_password", "welcome.notice_file", "help_screen.offline", "help_screen.nothing_erased")
	return h.sections
}
