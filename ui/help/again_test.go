package help

import (
	"testing"

	"fyne.io/fyne/v2"

	"graduand/assets"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// Who comes back to the help finds it as it stands, from its top: it is not put into lines again. Asked
// about another page, or with something searched for, it is.
func TestTheHelpThatStandsThereIsShownAgain(t *testing.T) {
	w, _ := frametest.WithDemo(t, assets.DemoCampaign, "uk", 2)
	first := func(from string) fyne.CanvasObject {
		w.Go(frame.Route{Screen: frame.Overview})
		w.Go(frame.Route{Screen: frame.Help, About: from})
		return helpScreenOf(w).page.Objects[0]
	}
	stood := first("")
	helpScreenOf(w).scroll.ScrollToBottom()
	if first("") != stood {
		t.Error("all of it is made again")
	}
	if at := helpScreenOf(w).scroll.Offset.Y; at != 0 {
		t.Errorf("it stands %v down", at)
	}
	about := first(frame.Form)
	if about == stood {
		t.Error("asked about the form it shows what it did")
	}
	if first(frame.Form) != about {
		t.Error("asked about the form once more all of it is made again")
	}
	helpScreenOf(w).search.SetText("пароль")
	if first(frame.Form); helpScreenOf(w).search.Text != "" {
		t.Error("what was searched for stays before what is asked about")
	}
}

// F1 tells first how the page in front is worked with, then the rules that it follows.
func TestTheHelpOfAPageBeginsWithIt(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 2)
	for page, want := range map[string][]string{
		frame.Intake: {"pages", "asked", "kit"}, frame.Post: {"pages", "asked", "kit"}, frame.Answer: {"pages", "asked", "refusals"}, frame.Form: {"form", "memo"},
	} {
		w.Go(frame.Route{Screen: frame.Overview})
		w.Go(frame.Route{Screen: frame.Help, About: page})
		s := helpScreenOf(w)
		sections := s.ordered(s.sections)
		for i, id := range want {
			if sections[i].id != id {
				t.Errorf("%s: section %d is %s", page, i+1, sections[i].id)
			}
		}
		lines := 0
		for _, section := range sections {
			lines += len(section.lines)
		}
		for _, section := range s.sections {
			lines -= len(section.lines)
		}
		if lines != 0 {
			t.Errorf("%s: %d lines more or less", page, lines)
		}
	}
	w.Go(frame.Route{Screen: frame.Help, About: frame.Answer})
	frametest.MustSee(t, w, "Як внести відповідь центру?")
}
