package form

import (
	"context"
	"slices"
	"time"

	"graduand/data/registrar"
	"graduand/data/registrar/form"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// reviewPlace stands for the review where the code of a step is remembered.
const reviewPlace = "-"

// lookAtPictures judges the pictures of a form that has just been opened, where that was not done
// yet, and shows what was found. What shows one may have judged it meanwhile.
func (s *Screen) lookAtPictures(f form.Form) {
	id, r := s.id, s.window.Registrar()
	if s.looked == id || !slices.ContainsFunc(f.Steps, hasUnjudged) {
		return
	}
	s.looked = id
	frame.Run(s.window, &s.looking, func(ctx context.Context) (int, error) { return r.Photo.LookAll(ctx, id) }, func(_ int, err error) {
		switch {
		case err != nil:
			s.window.Fail(err)
		case id == s.id:
			s.read(false)
		}
	})
}

func hasUnjudged(step form.Step) bool {
	return slices.ContainsFunc(step.Findings, func(f registrar.Finding) bool { return f.Rule == registrar.RulePhotoUnjudged })
}

// settled saves what was typed, reads the form anew and then does something.
func (s *Screen) settled(then func()) {
	s.window.CloseLists()
	s.sheet.Keep()
	s.window.AfterSaving(func() { s.readThen(then) })
}

func (s *Screen) readThen(then func()) {
	id, r := s.id, s.window.Registrar()
	if r == nil {
		return
	}
	frame.Run(s.window, &s.moving, knownOf(r, id), func(k known, err error) {
		switch {
		case err != nil:
			s.window.Fail(err)
		case id == s.id:
			s.take(k)
			then()
		}
	})
}

// onForth goes to the next step, or does what the review is there for. In a blocking
// campaign a step with an error is not left forwards; only this step is judged (KG-043,
// KG-044, KG-052, KG-056).
func (s *Screen) onForth() {
	if since := s.window.Now().Sub(s.turned); s.at < 0 || since > 0 && since < doubleClick {
		return
	}
	s.settled(func() {
		switch {
		case s.at >= len(s.form.Steps):
			s.review.onMain()
		case !s.stopped():
			s.turnPage(s.at + 1)
		}
	})
}

func (s *Screen) onBack() {
	s.settled(func() {
		// Asked here: an earlier click may have been answered meanwhile.
		if s.at > 0 {
			s.turnPage(s.at - 1)
		}
	})
}

// onJump goes to any step, whatever is lacking in another: who has a photo today adds it, though a
// number comes tomorrow. What is lacking stands in the list of steps; only the button goes step by
// step, and only a form without errors is finished.
func (s *Screen) onJump(to int) {
	if s.at >= 0 {
		s.settled(func() { s.turnPage(min(to, len(s.form.Steps))) })
	}
}

// blocking says that a step with an error is not left forwards: by who can mend it.
func (s *Screen) blocking() bool {
	w := s.window
	return w.Registrar().Campaign().Form.Blocking && w.May(registrar.RightFill) && s.form.Graduate.Removed == nil
}

// stopped says why the step cannot be left forwards and goes to the field that holds it up.
func (s *Screen) stopped() bool {
	if !s.blocking() || s.at >= len(s.form.Steps) {
		return false
	}
	field, why := s.wrong(&s.form.Steps[s.at])
	if why == "" {
		return false
	}
	s.showAll()
	s.tellBlocked(s.window.Say("form_screen.blocked", map[string]any{"why": why}))
	s.page.focusField(field)
	return true
}

// tellBlocked shows why there is no way forwards; "" takes it away.
func (s *Screen) tellBlocked(words string) {
	if words == s.blocked.Text && s.blocked.Hidden == (words == "") {
		return
	}
	widgets.SetWords(s.blocked, words)
	widgets.SetHidden(s.blocked, words == "")
	if s.middle != nil {
		// Words that were hidden get their width first: how high they are is known after it.
		widgets.Arrange(s.middle)
		widgets.Arrange(s.middle)
	}
}

// tellStillBlocked brings what was said of the way forwards up to date with the form.
func (s *Screen) tellStillBlocked() {
	if s.blocked.Hidden {
		return
	}
	words := ""
	if s.at < len(s.form.Steps) {
		if _, why := s.wrong(&s.form.Steps[s.at]); why != "" {
			words = s.window.Say("form_screen.blocked", map[string]any{"why": why})
		}
	}
	s.tellBlocked(words)
}

// doubleClick is how soon a second click belongs to the first: the button has become
// another one meanwhile.
const doubleClick = 400 * time.Millisecond

// turnPage shows a step, or the review, and remembers it.
func (s *Screen) turnPage(at int) {
	s.window.CloseLists()
	s.at, s.turned = at, s.window.Now()
	s.tellBlocked("")
	s.remember()
	s.showAll()
	s.review.scroll.ScrollToTop()
	s.focus()
}

// remember keeps the step and the field for the next time, also after a restart (KG-060).
func (s *Screen) remember() {
	place := frame.FormPlace{Graduate: s.id, Step: reviewPlace}
	if s.at < len(s.form.Steps) {
		place.Step, place.Field = s.form.Steps[s.at].Code, s.page.fieldAt()
	}
	if s.window.Settings.FormPlace(s.id) == place {
		return
	}
	s.window.Settings.LeaveForm(place.Graduate, place.Step, place.Field)
	s.window.SaveSettings()
}

// onGo goes to what a finding is about.
func (s *Screen) onGo(f registrar.Finding) { s.goToField(f.Field) }

// goToField shows the step of a field and puts the focus on it.
func (s *Screen) goToField(field string) {
	code := s.window.Registrar().Campaign().StepOf(field)
	at := slices.IndexFunc(s.form.Steps, func(x form.Step) bool { return x.Code == code })
	if at < 0 {
		return
	}
	s.turnPage(at)
	s.page.focusField(field)
}

// onTodo leads to what is to be done next: in this form to where it is incomplete, else to where it is
// done.
func (s *Screen) onTodo(to frame.Route) {
	s.settled(func() {
		if to.Screen == frame.Form && to.Field == "" {
			s.turnPage(s.form.FirstIncomplete())
			return
		}
		s.window.Go(to)
	})
}

// HasNeighbour says that the list has a graduate before (-1) or after (1).
func (s *Screen) HasNeighbour(by int) bool {
	at := slices.Index(s.order, s.id)
	return !s.own && at >= 0 && at+by >= 0 && at+by < len(s.order)
}

// OnNeighbour goes to the previous or the next graduate of the list.
func (s *Screen) OnNeighbour(by int) {
	if !s.HasNeighbour(by) {
		return
	}
	to := s.order[slices.Index(s.order, s.id)+by]
	s.settled(func() {
		s.turnTo(to)
		s.read(true)
	})
}

// onExit leaves the form; everything is kept, and the step is remembered (KG-060).
func (s *Screen) onExit() {
	if s.at < 0 {
		s.leave()
		return
	}
	s.sheet.Keep()
	s.remember()
	s.window.AfterSaving(s.leave)
}

func (s *Screen) leave() {
	w := s.window
	if s.own {
		w.Lock()
		return
	}
	if w.Registrar() == nil {
		return
	}
	// The keyboard goes on in the list, at the one whose form it was.
	w.Go(frame.Route{Screen: frame.Graduates, Graduate: s.id})
}

func (s *Screen) onPayments() {
	s.sheet.Keep()
	s.window.AfterSaving(func() { s.window.Go(frame.Route{Screen: frame.Receipts, Graduate: s.id}) })
}

// OnPrint prints this graduate's papers, as Ctrl+P does, with what is being typed.
func (s *Screen) OnPrint() {
	id := s.id
	s.sheet.Keep()
	s.window.AfterSaving(func() { s.window.Go(frame.Route{Screen: frame.Printing, Only: []string{id}}) })
}

// MainAction is Ctrl+S: it goes forwards in the steps. On the last page it saves and says so; what
// the button there does, nobody means who only saves.
func (s *Screen) MainAction() {
	if s.at < 0 || s.at < len(s.form.Steps) {
		s.onForth()
		return
	}
	s.settled(func() {
		s.showAll()
		id := "form_screen.saved"
		if s.finishable() {
			id = "form_screen.saved_unfinished"
		}
		s.window.Done(s.window.Say(id, map[string]any{"finish": s.window.Say("form_screen.finish", nil)}), nil)
	})
}
