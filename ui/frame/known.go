package frame

import (
	"context"
	"path/filepath"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// known is what a window needs at every key and has not to wait for: the registry answers
// one question after the other, and another may take long.
type known struct {
	me     registrar.Account
	school data.School
	// closed is the state in which the work in this file rests, "" for none.
	closed string
	// looking is why nothing can be written into this file, nil where it can.
	looking *registrar.Looking
	rights  map[registrar.Right]bool
	// fills are the fields that may be filled, by their codes.
	fills map[string]bool
	// zone is that of the campaign, nil while nothing is open.
	zone *time.Location
}

// knownOf asks the registry. It touches no widget.
func knownOf(r *registrar.Registrar) known {
	k := known{me: r.Me(), school: r.School(), closed: r.Closed(), looking: r.Looking(), rights: map[registrar.Right]bool{}, fills: map[string]bool{}, zone: r.Now().Location()}
	for _, right := range registrar.Rights() {
		k.rights[right] = r.May(right)
	}
	for _, field := range r.Campaign().AllFields() {
		k.fills[field.Code] = r.MayFill(field.Code)
	}
	for _, code := range data.TypedFields() {
		k.fills[code] = r.MayFill(code)
	}
	return k
}

// May reports whether the one who signed in may do something.
func (w *Window) May(right registrar.Right) bool { return w.known.rights[right] }

// MayFill reports whether the one who signed in may fill a field of a form.
func (w *Window) MayFill(field string) bool { return w.known.fills[field] }

// Me is the account of the one who signed in.
func (w *Window) Me() registrar.Account { return w.known.me }

// who is the one who sits here: name and role; of a graduate the name, which says all.
func (w *Window) who() string {
	if w.IsGraduate() {
		return w.Me().Name
	}
	return w.Me().Name + " · " + w.Say("role."+string(w.Me().Role), nil)
}

// School is the description of the school.
func (w *Window) School() data.School { return w.known.school }

// Learner is what a graduate is called at this school: see [campaign.Campaign.Learner] (UA-001).
func (w *Window) Learner(g *data.Graduate) string {
	return w.registrar.Campaign().Learner(g, &w.known.school)
}

// Closed is the state in which the work in this registry rests, "" for none.
func (w *Window) Closed() string { return w.known.closed }

// relearn reads what is known again, and then does something.
func (w *Window) relearn(then func()) {
	r := w.registrar
	Run(w, &w.learning, func(context.Context) (known, error) { return knownOf(r), nil }, func(k known, err error) {
		if err != nil || r != w.registrar {
			w.Fail(err)
			return
		}
		w.known = k
		then()
	})
}

// Renew builds the window anew where rights or the state of the work have changed.
func (w *Window) Renew() {
	if !w.open() {
		return
	}
	w.known = knownOf(w.registrar)
	w.Anew()
}

// WhyOnlyLooking says that a registry is open for looking and why, and when somebody may be working in it
// of which moment it is; "" for one that can be written.
func (w *Window) WhyOnlyLooking(how *registrar.Looking) string {
	if how == nil {
		return ""
	}
	words := w.Say("looking.opened", map[string]any{"why": w.Say("looking."+string(how.Why), nil)})
	if how.Log {
		words += " " + w.Say("looking.log", map[string]any{"time": w.Clock(how.At).Format("15:04")})
	}
	return words
}

// OnlyLooking says that the open registry cannot be written.
func (w *Window) OnlyLooking() bool { return w.known.looking != nil }

// WhyLooking says why nothing can be changed here.
func (w *Window) WhyLooking() string {
	if w.OnlyLooking() {
		return w.WhyOnlyLooking(w.known.looking)
	}
	if state := w.Closed(); state != "" {
		return w.Say("ui.resting_"+state, nil)
	}
	return w.Say("ui.looking", nil)
}

// LookingLine says why whoever lacks a right only looks here; for who has it, it takes no room, and
// where a line above all pages says it.
func (w *Window) LookingLine(right registrar.Right) fyne.CanvasObject {
	line := widgets.ResultLine(theme.InfoIcon(), w.WhyLooking())
	widgets.SetHidden(line, w.May(right) || w.OnlyLooking())
	return line
}

// Refused says in the status line why somebody without a right does nothing here, and
// reports it: before any question is asked.
func (w *Window) Refused(right registrar.Right) bool {
	if w.May(right) {
		return false
	}
	w.Done(w.WhyLooking(), nil)
	return true
}

// IsGraduate says that the window is one graduate's form and nothing else.
func (w *Window) IsGraduate() bool {
	return w.registrar != nil && w.Me().Role == registrar.RoleGraduate
}

// News is what the person who has just signed in must know.
type News struct {
	// Filled is what graduates have filled in since the school was here last.
	Filled []registrar.Filled
	// Ills are what is spoilt in the registry, beyond what graduates have left.
	Ills []registrar.Ill
	// Behind is the time of the last event, when the clock of the PC stands before it.
	Behind time.Time
	// Err is why not all that graduates have filled in could be taken over.
	Err error
}

// tellNews tells what graduates have filled in, and what is wrong with the registry.
func (w *Window) tellNews() {
	r := w.registrar
	Run(w, &Turn{}, func(ctx context.Context) (n News, err error) {
		if r.May(registrar.RightFill) {
			if err := r.TakeOver(ctx); err != nil {
				n.Err = err
			}
		}
		n.Filled = r.Filled()
		if last, behind := r.ClockBehind(); behind {
			n.Behind = last
		}
		if r.May(registrar.RightExamine) {
			n.Ills, err = r.Ills(ctx)
		}
		n.Ills = slices.DeleteFunc(n.Ills, func(i registrar.Ill) bool { return i.Code == "pending" })
		return n, err
	}, func(n News, err error) {
		switch {
		case r != w.registrar:
		case err != nil:
			w.Fail(err)
		default:
			w.house.News(w, n)
			w.house.Filled(w, n.Filled)
			if n.Err != nil {
				w.Fail(n.Err)
			}
		}
	})
}

// OnNew leaves the open registry for the first-run screen.
func (w *Window) OnNew() {
	w.CloseRegistry()
	w.house.Welcome(w)
}

// OnOpen asks for a registry and opens it; the one that is open stays until then.
func (w *Window) OnOpen() {
	w.Files.Open(w.Say("ui.choose_registry", nil), []string{".graduand"}, w.Open)
}

// OpenCommands ask for a registry, or open one of the last; what is open is not among them. No disk is
// asked: one of the last may lie on a share that has gone, and the window would stand still.
func (w *Window) OpenCommands() []*fyne.MenuItem {
	items := []*fyne.MenuItem{w.Command("menu.open", "O", w.OnOpen)}
	last := fyne.NewMenuItem(w.Say("welcome.recent", nil), nil)
	last.ChildMenu = fyne.NewMenu("")
	for _, path := range w.Settings.Recent {
		if w.registrar != nil && path == w.registrar.Path() {
			continue
		}
		item := fyne.NewMenuItem(filepath.Base(path)+" — "+filepath.Dir(path), w.command(func() { w.Open(path) }))
		last.ChildMenu.Items = append(last.ChildMenu.Items, item)
	}
	if len(last.ChildMenu.Items) > 0 {
		items = append(items, last)
	}
	return items
}
