package ui

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// walker presses what there is to press and looks at every dialog that comes.
type walker struct {
	*stage
	// met are the titles of the dialogs.
	met map[string]bool
	// at is where it walks, in which language.
	at, language string
}

// In every dialog of the program Enter in the last field confirms, be it typed into, chosen
// or ticked, and Esc leaves from wherever the keyboard is (README).
func TestTheKeysOfEveryDialog(t *testing.T) {
	musts := map[string][]string{"zno-2020": {"account_screen.add_title", "account.paper_title", "welcome.restore", "season_screen.erase_ask", "season_screen.next_ask", "calendar.add"},
		"ort-2021": {"access_screen.hand_title", "account.change_password", "payment_screen.add", "site.entered_title", "ui.failed"}}
	for campaign, language := range map[string]string{"zno-2020": "uk", "ort-2021": "ru"} {
		must := musts[campaign]
		t.Run(campaign, func(t *testing.T) {
			h := &walker{stage: newStage(t, campaign, language), met: map[string]bool{}, language: language}
			h.w.Runner = frame.AtOnce()
			for _, page := range append(h.w.Listed(false), h.w.Listed(true)...) {
				if page != frame.Season && page != frame.Overview {
					h.walk(page, func() { h.w.Go(frame.Route{Screen: page}) })
				}
			}
			h.walk("form", func() { h.w.Go(frame.Route{Screen: frame.Form, Graduate: h.ids[0]}) })
			// It leads to lists of which it chooses a part: behind those.
			h.walk(frame.Overview, func() { h.w.Go(frame.Route{Screen: frame.Overview}) })
			h.commands()
			h.walk("door", h.w.Lock)
			h.walk("beginning", h.w.OnNew)
			// The last, since it ends the work.
			h.walk(frame.Season, func() { h.w.Go(frame.Route{Screen: frame.Season}) })
			for _, id := range must {
				if !h.met[h.w.Say(id, nil)] {
					t.Errorf("the walk no longer comes to %s: it met %q", id, slices.Sorted(maps.Keys(h.met)))
				}
			}
		})
	}
}

// walk presses, one after the other, all that can be pressed at a place: with everybody
// ticked, and with one line chosen.
func (h *walker) walk(place string, reach func()) {
	tried := map[string]bool{}
	for _, choose := range []func(*widgets.Table){tickAll, goToEnd} {
		there := func() {
			h.reach(reach)
			for _, table := range frametest.FindAll[*widgets.Table](h.w.Fyne().Content()) {
				choose(table)
			}
		}
		there()
		for _, name := range h.names() {
			if tried[name] {
				continue
			}
			h.at = place
			tried[name] = h.press(name, there)
		}
	}
}

func tickAll(table *widgets.Table) {
	if !table.Plain && len(table.Rows()) > 0 {
		table.SelectAll()
	}
}

func goToEnd(table *widgets.Table) { table.Focusable().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd}) }

// names are what stands on the buttons that can be pressed.
func (h *walker) names() (names []string) {
	for _, b := range pressable(h.w.Fyne().Content()) {
		if !slices.Contains(names, b.Text) && !h.isLook(b.Text) {
			names = append(names, b.Text)
		}
	}
	return names
}

// isLook tells what only changes the look or opens another registry: that takes long and asks
// nothing.
func (h *walker) isLook(words string) bool {
	demo, _, _ := strings.Cut(h.w.Say("welcome.demo", map[string]any{"campaign": "\n"}), "\n")
	looks := []string{demo, h.w.Say("settings_screen.light", nil), h.w.Say("settings_screen.dark", nil)}
	for _, language := range text.Languages() {
		looks = append(looks, h.w.Say("settings_screen.language."+language, nil))
	}
	return strings.HasSuffix(words, "%") || slices.ContainsFunc(looks, func(look string) bool { return strings.HasPrefix(words, look) })
}

// commands gives every command of the menu.
func (h *walker) commands() {
	for i := 0; ; i++ {
		h.reach(func() {})
		all := commands(h.w.Fyne().MainMenu())
		if i >= len(all) {
			return
		}
		if !all[i].IsQuit {
			h.at = all[i].Label
			all[i].Action()
			h.judge()
		}
	}
}

// reach comes to a place as somebody who has signed in, with no dialog open.
func (h *walker) reach(reach func()) {
	for _, o := range h.w.Canvas().Overlays().List() {
		h.w.Canvas().Overlays().Remove(o)
	}
	for len(h.w.Boxes()) > 0 {
		h.w.Boxes()[0].Close()
	}
	if h.w.Registrar() == nil {
		h.signIn("", registrar.DemoPassword)
		h.reach(reach)
		return
	}
	if h.w.Registrar().Table.Count() < len(h.ids) {
		h.w.Registrar().Table.Restore(frametest.Ctx, h.ids)
	}
	if h.w.Settings.Language != h.language {
		h.w.ChangeLanguage(h.language)
	}
	reach()
}

// press presses a button, and looks at the dialog that comes of it and at those to which
// its own buttons lead; false where none comes.
func (h *walker) press(name string, there func()) bool {
	h.at += " > " + name
	open := func() bool {
		there()
		for _, b := range pressable(h.w.Fyne().Content()) {
			if b.Text == name {
				test.Tap(b)
				break
			}
		}
		return len(h.w.Boxes()) > 0
	}
	if !open() {
		return false
	}
	if !h.judge() {
		return true
	}
	for i := 0; open(); i++ {
		all := pressable(h.front().Content())
		if i >= len(all) {
			break
		}
		test.Tap(all[i])
		h.judge()
	}
	return true
}

func (h *walker) front() *frame.Box { return h.w.Boxes()[len(h.w.Boxes())-1] }

// pressable are the buttons that can be pressed now.
func pressable(o fyne.CanvasObject) []*widgets.Button {
	return slices.DeleteFunc(frametest.FindAll[*widgets.Button](o), func(b *widgets.Button) bool { return !b.Visible() || b.Disabled() })
}

// judge tries the keys in every field of the dialog in front, unless it has met it before.
func (h *walker) judge() bool {
	if len(h.w.Boxes()) == 0 {
		return false
	}
	box := h.front()
	title := titleOf(box)
	if h.met[title] {
		return false
	}
	h.met[title] = true
	h.asksForHelp(box, title)
	left, confirmed := 0, 0
	last, first := box.Buttons()[0], box.Primary()
	leave, confirm := last.OnTapped, first.OnTapped
	// A dialog may have one button, which does both.
	first.OnTapped, last.OnTapped = func() { confirmed++ }, func() { left++ }
	if first == last {
		first.OnTapped = func() { left, confirmed = left+1, confirmed+1 }
	}
	defer func() { last.OnTapped, first.OnTapped = leave, confirm }()
	fields := h.fields(box)
	for i, f := range fields {
		left, confirmed = 0, 0
		h.w.Canvas().Focus(f)
		frametest.KeyEscape(f)
		if left != 1 {
			h.Errorf("%s: %q: Esc in field %d of %d, %T, leaves %d times", h.at, title, i+1, len(fields), f, left)
		}
		entry, types := f.(interface{ Inner() *widgets.Entry })
		if types && entry.Inner().MultiLine || !types && !isChoice(f) {
			continue
		}
		confirmed = 0
		frametest.Enter(f)
		next := slices.IndexFunc(fields[i+1:], func(f fyne.Focusable) bool {
			b, is := f.(*widgets.Button)
			return !is || !b.Aside
		})
		switch last := next < 0; {
		case last && confirmed != 1:
			h.Errorf("%s: %q: Enter in the last field, %T, confirms %d times", h.at, title, f, confirmed)
		case !last && !types && h.w.Canvas().Focused() != fields[i+1+next]:
			h.Errorf("%s: %q: Enter in %T leads to %T", h.at, title, f, h.w.Canvas().Focused())
		}
	}
	return true
}

// asksForHelp presses F1 wherever the keyboard may be in a dialog: the help lies over it and begins with
// something that is said of it or of what lies under it, and Esc leads back with all that was typed.
func (h *walker) asksForHelp(box *frame.Box, title string) {
	for _, f := range h.fields(box) {
		h.w.Canvas().Focus(f)
		before, words := len(h.w.Boxes()), frametest.DialogWords(h.w)
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
		if len(h.w.Boxes()) != before+1 {
			h.Errorf("%s: %q: F1 in %T does not help", h.at, title, f)
			return
		}
		if first := firstOfHelp(h.front().Content()); len(first) < 2 {
			h.Errorf("%s: %q: the help begins with %q", h.at, title, first)
		}
		frametest.Esc(h.w)
		if len(h.w.Boxes()) != before || frametest.DialogWords(h.w) != words || h.w.Canvas().Focused() != f {
			h.Errorf("%s: %q: Esc in the help leads elsewhere, the keyboard is at %T and was at %T", h.at, title, h.w.Canvas().Focused(), f)
		}
		return
	}
}

// isChoice tells what is chosen or ticked.
func isChoice(f fyne.Focusable) bool {
	switch f.(type) {
	case *widgets.OneOf, *widgets.Tick, *widgets.DialogCheck, *widgets.DialogSelect, *widgets.Select:
		return true
	}
	return false
}

// titleOf is what stands in large letters above a dialog.
func titleOf(box *frame.Box) (title string) {
	for _, l := range frametest.FindAll[*widget.Label](box.Content()) {
		if l.SizeName == theme.SizeNameSubHeadingText {
			title = l.Text
		}
	}
	return title
}

// fields are what takes the keyboard in a dialog besides its own buttons, in the order of Tab.
func (h *walker) fields(box *frame.Box) (all []fyne.Focusable) {
	h.w.Canvas().Unfocus()
	for {
		h.w.Canvas().FocusNext()
		f := h.w.Canvas().Focused()
		if b, is := f.(*widgets.Button); f == nil || slices.Contains(all, f) || is && slices.Contains(box.Buttons(), b) {
			return all
		}
		all = append(all, f)
	}
}
