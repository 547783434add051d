package help

import (
	"cmp"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
	"graduand/ui/frame"
)

// helpWords collects the sections.
type helpWords struct {
	window   *frame.Window
	campaign *registrar.CampaignFile
	sections []helpSection
}

func newHelpWords(w *frame.Window) *helpWords {
	return &helpWords{window: w, campaign: w.Registrar().Campaign()}
}

// say is a sentence to the one who sits here.
func (h *helpWords) say(id string, args map[string]any) string {
	return h.window.Say(h.window.Addressed(id), args)
}

// tell adds a section of sentences by their ids.
func (h *helpWords) tell(id string, sentences ...string) {
	var lines []helpLine
	for _, sentence := range sentences {
		lines = append(lines, helpLine{words: h.say(sentence, nil)})
	}
	h.add(id, lines)
}

// add adds a section, unless there is nothing to say in it.
func (h *helpWords) add(id string, lines []helpLine) {
	if len(lines) > 0 {
		h.addTitled(id, h.window.Say("help_screen."+id, nil), lines)
	}
}

// addTitled adds a section with a heading of its own.
func (h *helpWords) addTitled(id, title string, lines []helpLine) {
	h.sections = append(h.sections, helpSection{id: id, title: title, lines: lines})
}

// doubt marks what no source confirms.
func (h *helpWords) doubt(place string) string {
	if h.campaign.Confirmed(place) {
		return ""
	}
	return h.window.Unconfirmed()
}

func (h *helpWords) memo() {
	var lines []helpLine
	for i, step := range h.campaign.Memo {
		lines = append(lines, helpLine{words: frame.Sentences("", step, h.doubt(fmt.Sprintf("memo[%d]", i+1)))})
	}
	h.add("memo", lines)
}

// lists tells what is read of a class list, what waits for a person, and what is refused.
func (h *helpWords) lists() {
	h.tell("list", "help_screen.list_read", "help_screen.list_doubts", "help_screen.list_nobody", "help_screen.list_refused", "help_screen.list_account")
	if h.campaign.HasCards() {
		h.tell("centre_list", "help_screen.centre_list_where", "help_screen.centre_list_kinds", "help_screen.centre_list_columns", "help_screen.centre_list_back")
	}
}

// form tells how a graduate's form is filled; first comes the sentence of an id.
func (h *helpWords) form(first string) {
	ids := []string{"steps", "saves", "refused", "free"}
	if h.campaign.Form.Blocking {
		ids[len(ids)-1] = "blocking"
	}
	if h.campaign.Form.Finish {
		ids = append(ids, "finish")
	}
	lines := []helpLine{{words: h.say(first, nil)}}
	for _, id := range ids {
		lines = append(lines, helpLine{words: h.say("help_screen.form_"+id, nil)})
	}
	if model := h.campaign.Card.StatementModel; model != "" {
		lines = append(lines, helpLine{words: h.window.Say("help_screen.statement_model", map[string]any{"words": model}) + " " + h.doubt("card.statement_model")})
	}
	h.add("form", lines)
}

// cite names a source in the window's language.
func (h *helpWords) cite(source string) string {
	return h.campaign.Cite(source, h.window.Settings.Language)
}

func (h *helpWords) dates() {
	var lines []helpLine
	for _, d := range h.campaign.DatesByDay() {
		day := cmp.Or(d.On.Dotted(), h.window.Say("help_screen.no_day", nil))
		kind, source, planned := "", d.Source, h.window.Planned(d.Planned)
		if d.Own {
			// The order in the file is about another day.
			kind, source = h.window.Say("calendar.named", nil), ""
		} else if d.Kind != "event" {
			kind = h.window.Say("help_screen.date_"+d.Kind, nil)
		}
		lines = append(lines, helpLine{mark: day, words: frame.Sentences(h.cite(source), d.Title, kind, h.doubt("date."+d.Code), planned)})
	}
	if len(lines) > 0 && !h.window.IsGraduate() {
		lines = append(lines, helpLine{words: h.window.Say("help_screen.dates_may_move", map[string]any{"settings": h.window.Say("screen.settings", nil)})})
	}
	h.add("dates", lines)
}

func (h *helpWords) subjects() {
	var lines []helpLine
	for _, s := range h.campaign.Subjects {
		var levels []string
		for _, l := range s.Levels {
			levels = append(levels, l.Title)
		}
		note := ""
		if s.Included {
			note = h.window.Say("help_screen.included", nil)
		}
		if len(levels) > 0 {
			note = h.window.Say("help_screen.levels", map[string]any{"levels": strings.Join(levels, ", ")})
		}
		day := ""
		if s.Additional != "" {
			day = h.window.Say("help_screen.additional", map[string]any{"day": s.Additional.Dotted()})
		}
		lines = append(lines, helpLine{mark: cmp.Or(s.On.Dotted(), h.window.Say("help_screen.no_day", nil)), words: frame.Sentences("", s.Title, note, day, h.doubt("subject."+s.Code), h.window.Planned(s.Planned))})
	}
	h.add("subjects", lines)
}

func (h *helpWords) conditions() {
	groups := map[string]string{}
	for _, g := range h.campaign.ConditionGroups {
		groups[g.Code] = g.Title
	}
	var lines []helpLine
	last := ""
	for _, c := range h.campaign.Conditions {
		if c.Group != last {
			last = c.Group
			lines = append(lines, helpLine{words: groups[c.Group] + ":"})
		}
		lines = append(lines, helpLine{mark: c.Code, words: frame.Sentences(h.cite(c.Source), c.Title, c.Footnote)})
	}
	h.add("conditions", lines)
}

func (h *helpWords) documents() { h.add("documents", h.documentLines()) }

func (h *helpWords) documentLines() (lines []helpLine) {
	for _, k := range h.campaign.DocumentKinds {
		example := ""
		if k.Example != "" {
			example = h.window.Say("help_screen.example", map[string]any{"example": k.Example})
		}
		lines = append(lines, helpLine{words: frame.Sentences(h.cite(k.Source), k.Title, example, h.doubt("document_kind."+k.Code)), found: h.window.Say("help_screen.words_documents", nil)})
	}
	return lines
}

func (h *helpWords) refusals() {
	var lines []helpLine
	for _, r := range h.campaign.RefusalReasons {
		lines = append(lines, helpLine{mark: r.Code, words: frame.Sentences(h.cite(r.Source), r.Title, r.Note)})
	}
	h.add("refusals", lines)
}

func (h *helpWords) kit() {
	var lines []helpLine
	for _, k := range h.campaign.KitDocuments {
		lines = append(lines, helpLine{words: frame.Sentences(h.cite(k.Source), k.Title, h.window.Say("help_screen.form_"+k.Form, nil), k.Note)})
	}
	h.add("kit", lines)
}

func (h *helpWords) centres() {
	var lines []helpLine
	for _, c := range h.campaign.Centres {
		doubt := h.doubt("centre." + c.Code)
		for _, column := range []string{"centre.short_title", "centre.address"} {
			doubt = cmp.Or(doubt, h.doubt(column))
		}
		lines = append(lines, helpLine{mark: c.ShortTitle, words: frame.Sentences("", c.Title, c.Address, c.Phone, c.Email, strings.Join(c.Regions, ", "), doubt)})
	}
	for _, l := range h.campaign.Links {
		lines = append(lines, helpLine{words: frame.Sentences("", l.Title+": "+l.URL, l.Note, h.doubt("link."+l.Code))})
	}
	h.add("centres", lines)
}

// keyName is what stands on a key.
func keyName(key fyne.KeyName) string {
	switch key {
	case fyne.KeyPageUp:
		return "PgUp"
	case fyne.KeyPageDown:
		return "PgDn"
	}
	return string(key)
}

// keyWords are the ids of what the keys do that are no commands of the menu.
var keyWords = map[string]string{"Tab": "tab", "Enter": "enter", "Esc": "escape", "Space": "space", "Delete": "delete", "F4": "choice", "F3": "seek", "Shift+F10": "menu", "↑ ↓": "arrows", "Ctrl+S": "save"}

// keys tells what some keys do, and then those of the menu.
func (h *helpWords) keys(some ...string) {
	var lines []helpLine
	for _, key := range some {
		lines = append(lines, helpLine{mark: key, words: h.say("help_screen.key_"+keyWords[key], nil)})
	}
	for _, menu := range h.menus() {
		for _, item := range menu.Items {
			if key, is := item.Shortcut.(fyne.KeyboardShortcut); is {
				lines = append(lines, helpLine{mark: "Ctrl+" + keyName(key.Key()), words: item.Label})
			}
		}
	}
	h.add("keys", lines)
}

// menus are those of the one who sits here, or of the page before the sign-in.
func (h *helpWords) menus() []*fyne.Menu {
	if h.window.Registrar() != nil {
		return h.window.Menu().Items
	}
	if menu := h.window.Fyne().MainMenu(); menu != nil {
		return menu.Items
	}
	return nil
}
