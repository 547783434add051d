package help

import (
	"graduand/ui/frame"
)

// pageWords are the ids of what is said of the pages besides "help_page." and their names, in the
// order in which the help tells of them.
var pageWords = []struct {
	page string
	more []string
}{
	{frame.Overview, []string{"overview_first"}},
	{frame.Graduates, []string{"graduates_first"}},
	{frame.Roster, nil}, {frame.CentreList, nil}, {frame.Access, nil}, {frame.Payment, nil}, {frame.Photo, nil}, {frame.PhotoFolder, nil},
	{frame.Intake, nil}, {frame.Post, nil}, {frame.Answer, nil}, {frame.Printing, nil}, {frame.Exchange, nil}, {frame.History, nil},
	{frame.Account, nil}, {frame.Season, nil}, {frame.SettingsPage, nil},
}

// dialogWords are the dialogs and the pages before the sign-in that help is asked about: they are told
// of to who asks there, and to nobody else.
var dialogWords = map[string][]string{
	frame.Receipts: nil, frame.Table: nil, frame.Erasing: nil, frame.Restoring: nil,
	frame.Welcome: {"welcome_back"}, frame.Notice: nil, frame.SignIn: {"signin_forgotten"}, frame.NewSchool: nil, frame.Invited: nil,
}

// pages tells of the pages of the one who sits here, each by its name.
func (h *helpWords) pages() {
	var lines []helpLine
	for _, p := range pageWords {
		if h.window.HasPage(p.page) {
			lines = append(lines, h.page(p.page, p.more)...)
		}
	}
	h.addTitled("pages", h.window.Say("help_page.pages", nil), lines)
}

// page is what is said of one page.
func (h *helpWords) page(name string, more []string) []helpLine {
	lines := []helpLine{{title: h.titleOf(name), words: h.pageSentence(name), page: name}}
	for _, id := range more {
		lines = append(lines, helpLine{words: h.pageSentence(id), page: name})
	}
	return lines
}

func (h *helpWords) pageSentence(id string) string {
	say := h.window.Say
	return say("help_page."+id, map[string]any{"now": say("overview.now", nil), "receive": say("intake_screen.receive", nil),
		"understood": say("welcome.understood", nil), "forgotten": say("signin.forgotten", nil)})
}

// titleOf is what a page or a dialog is called.
func (h *helpWords) titleOf(name string) string {
	if id := "help_page.title_" + name; h.window.Text().Has(id) {
		return h.window.Say(id, nil)
	}
	return h.window.Say("screen."+name, nil)
}

// dialog tells of a dialog, or of a page before the sign-in, where there is something to tell.
func (h *helpWords) dialog(name string) (section helpSection, is bool) {
	more, is := dialogWords[name]
	if is {
		section = headed(helpSection{id: "pages", lines: h.page(name, more)})
	}
	return section, is
}

// headed has the title of its first line above it.
func headed(section helpSection) helpSection {
	section.title, section.lines[0].title = section.lines[0].title, ""
	return section
}

// doorSections are what there is to say while nobody has signed in, when no campaign is open.
func doorSections(w *frame.Window) []helpSection {
	h := &helpWords{window: w}
	h.tell("lock_title", "help_screen.lock_sealed", "help_screen.lock_access", "help_screen.lock_copies", "help_screen.lock_moved")
	h.keys("Tab", "Enter", "Esc", "F4")
	h.tell("privacy", "welcome.notice", "welcome.notice_password", "welcome.notice_file", "help_screen.offline")
	return h.sections
}
