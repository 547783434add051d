package post

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/post"
	"graduand/data/registrar/printing"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// form is a dialog of the screen that notes something; done says what was done.
type form struct {
	*frame.RecordForm
	screen *Screen
}

func (s *Screen) newForm() *form { return &form{frame.NewRecordForm(s.window), s} }

// save notes it, says so and shows the screen anew.
func (f *form) save(act func(context.Context) error, said string) {
	f.Save(act, func() {
		f.screen.done(said)
		f.screen.ask()
	})
}

// onFinish asks under what a list leaves and where its PDF goes, prints it as final and freezes it
// (UA-118).
func (s *Screen) onFinish(l post.ListRow) {
	w, r, f := s.window, s.window.Registrar(), s.newForm()
	f.Fields.Add(widgets.Wrapped(s.say("finish_about", map[string]any{"number": l.Number, "people": len(l.Members)})))
	if warned := l.Warned(); warned > 0 {
		f.Fields.Add(widgets.WarningLine(s.say("list_warned", map[string]any{"list": l.Number, "number": warned})))
	}
	f.Day("post_screen.outgoing_date")
	numbered, numberIn := f.Entry("post_screen.outgoing_number", "post_screen.outgoing_hint")
	f.Fields.Add(widgets.Small(s.say("by_pen", nil)))
	f.Faults["print.number_too_long"], f.Faults["print.future_day"] = numbered, f.Date
	var place *frame.PlaceField
	place = frame.NewPlaceField(w, "post_screen.place", func() {
		w.SaveAs(s.say("place", nil), s.fileName("list", l.Number), func(path string) {
			place.Set(path)
			w.Canvas().Focus(f.Box.Primary())
		})
	})
	place.Button.OnEscape = func() { f.Box.Leave() }
	f.Fields.Add(place.Field.Box)
	f.Ask(s.say("finish_title", map[string]any{"number": l.Number}), "post_screen.finish", false, func() {
		day, err := r.ParseDay(f.DateIn.Text)
		lack := ""
		if err != nil {
			lack = w.ExplainBeside(err)
		}
		if !w.SayLacks(frame.Lack{Field: f.Date, Words: lack}, frame.Lack{Field: place.Field, Words: w.SayIf(place.Path == "", "post_screen.no_place")}) {
			return
		}
		finishing := registrar.Finishing{Path: place.Path, Register: registerBeside(place.Path), Date: string(day), Number: numberIn.Text}
		f.save(func(ctx context.Context) error {
			_, err := r.FinishList(ctx, l.ID, finishing)
			return err
		}, s.say("finished", map[string]any{"number": l.Number, "file": place.Path}))
	})
	w.Canvas().Focus(numberIn)
}

// registerBeside is the file of the language register beside that of a list.
func registerBeside(path string) string {
	return strings.TrimSuffix(path, registrar.FormatPDF) + "-register" + registrar.FormatPDF
}

// fileName is what the file of a paper of so and so is called.
func (s *Screen) fileName(document string, number int) string {
	return s.say("file."+document, map[string]any{"number": number}) + registrar.FormatPDF
}

// onNumber asks for the date and the number that were written by pen.
func (s *Screen) onNumber(l post.ListRow) {
	w, r, f := s.window, s.window.Registrar(), s.newForm()
	f.Day("post_screen.outgoing_date")
	numbered, numberIn := f.Entry("post_screen.outgoing_number", "post_screen.outgoing_hint")
	f.Faults["list.bad_number"], f.Faults["print.future_day"] = numbered, f.Date
	f.Ask(s.say("number_title", map[string]any{"number": l.Number}), "post_screen.note", false, func() {
		if !w.SayLacks(f.DayLack()) {
			return
		}
		day, number := f.TypedDay(), numberIn.Text
		f.save(func(ctx context.Context) error { return r.Post.Number(ctx, l.ID, day, number) }, s.say("numbered", map[string]any{"number": l.Number}))
	})
	w.Canvas().Focus(numberIn)
}

// onRename asks for another title of a list.
func (s *Screen) onRename(l post.ListRow) {
	w, r, f := s.window, s.window.Registrar(), s.newForm()
	_, titleIn := f.Entry("list.title", "post_screen.title_hint")
	titleIn.SetText(l.Title)
	f.Ask(s.say("rename", nil), "post_screen.note", false, func() {
		title := titleIn.Text
		f.save(func(ctx context.Context) error { return r.Post.Rename(ctx, l.ID, title) }, s.say("renamed", map[string]any{"number": l.Number}))
	})
	w.Canvas().Focus(titleIn)
}

// onReopen asks before a list that may be signed already is opened again.
func (s *Screen) onReopen(l post.ListRow) {
	r := s.window.Registrar()
	s.sure("reopen", map[string]any{"number": l.Number}, func(ctx context.Context) error { return r.Post.Reopen(ctx, l.ID) })
}

// sure asks before something that is not done in passing; said are the words with «_about» and «_done».
func (s *Screen) sure(id string, args map[string]any, act func(context.Context) error) {
	w := s.window
	w.AskTwice(s.say(id, nil), widgets.Wrapped(s.say(id+"_about", args)), 520, frame.Choice{Label: w.Say("ui.cancel", nil)},
		frame.Choice{Label: s.say(id, nil), Danger: true, Chosen: func() { s.does(act, s.say(id+"_done", args)) }})
}

// onWithdraw asks why a list is withdrawn.
func (s *Screen) onWithdraw(l post.ListRow) {
	w, r, f := s.window, s.window.Registrar(), s.newForm()
	f.Fields.Add(widgets.Wrapped(s.say("withdraw_about", map[string]any{"number": l.Number, "people": len(l.Members)})))
	_, reason := f.Entry("payment_screen.reason", "post_screen.reason_hint")
	f.Ask(s.say("withdraw_title", map[string]any{"number": l.Number}), "post_screen.withdraw", true, func() {
		why := reason.Text
		f.save(func(ctx context.Context) error { return r.Post.Withdraw(ctx, l.ID, why) }, s.say("withdraw_done", map[string]any{"number": l.Number}))
	})
	w.Canvas().Focus(reason)
}

// onPrintAgain shows a final list as it was printed, to be printed once more (F-20).
func (s *Screen) onPrintAgain(l post.ListRow) {
	s.window.Go(frame.Route{Screen: frame.Printing, Paper: printing.List, Again: l.Final.Printed})
}

// onTrack shows in the PC's browser where something is (UA-154).
func (s *Screen) onTrack(link string) { s.window.OpenOutside(&s.doing, link) }

// choose asks for one of several; ready gets its place.
func (s *Screen) choose(title, caption, button string, options []string, ready func(at int)) {
	w := s.window
	var box *frame.Box
	choice := widgets.NewDialogSelect(options, func() { box.Leave() })
	field := widgets.NewLabelled(s.say(caption, nil), choice)
	box = w.Ask(s.say(title, nil), container.NewVBox(field.Box), 460, frame.Choice{Label: s.say(button, nil), Chosen: func() { ready(choice.SelectedIndex()) }},
		frame.Choice{Label: w.Say("ui.cancel", nil)})
}

// onPutIn asks into which package a list goes: an open one, or a new one.
func (s *Screen) onPutIn(l post.ListRow) {
	var open []post.PackageRow
	options := []string{s.say("new_package", nil)}
	for _, p := range s.known.packages {
		if p.Closed == nil {
			open, options = append(open, p), append(options, s.say("package", map[string]any{"number": p.Number}))
		}
	}
	if len(open) == 0 {
		s.onNewPackage([]string{l.ID})
		return
	}
	s.choose("put_in", "packages", "put_in", options, func(at int) {
		if at <= 0 {
			s.onNewPackage([]string{l.ID})
			return
		}
		s.put(open[at-1].Package, l)
	})
}

func (s *Screen) put(p *data.Package, l post.ListRow) {
	r := s.window.Registrar()
	s.does(func(ctx context.Context) error { return r.Post.Put(ctx, p.ID, l.ID) }, s.say("put_done", map[string]any{"list": l.Number, "number": p.Number}))
}

// onNewPackage makes a package of lists, and shows it.
func (s *Screen) onNewPackage(lists []string) {
	w, r := s.window, s.window.Registrar()
	frame.Run(w, &s.doing, func(ctx context.Context) (string, error) { return r.Post.Make(ctx, lists) }, func(id string, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		s.done(s.say("package_made", nil))
		s.kind, s.at[packages] = packages, id
		s.kinds.Set(packages)
		s.ask()
	})
}

// onPutList asks which of the lists that lie in no package goes into one.
func (s *Screen) onPutList(p post.PackageRow) {
	var free []post.ListRow
	var options []string
	for _, l := range s.known.lists {
		if l.Live() && l.Package == nil {
			free, options = append(free, l), append(options, l.Label())
		}
	}
	if len(free) == 0 {
		s.window.Done(s.say("no_free_list", nil), nil)
		return
	}
	s.choose("put_list", "lists", "put_in", options, func(at int) { s.put(p.Package, free[max(at, 0)]) })
}

// onTakeList asks which list is taken out of a package.
func (s *Screen) onTakeList(p post.PackageRow) {
	r, options := s.window.Registrar(), make([]string, len(p.Lists))
	for i, l := range p.Lists {
		options[i] = l.Label()
	}
	s.choose("take_list", "lists", "take_list", options, func(at int) {
		l := p.Lists[max(at, 0)]
		s.does(func(ctx context.Context) error { return r.Post.TakeOut(ctx, p.ID, l.ID) }, s.say("take_done", map[string]any{"list": l.Number, "number": p.Number}))
	})
}

// onPaper saves a paper of a package.
func (s *Screen) onPaper(p post.PackageRow, document string) {
	s.savePaper(p.Number, printing.Job{Document: document, Package: p.ID})
}

// onOutgoing saves the register of all that was sent (UA-118).
func (s *Screen) onOutgoing() { s.savePaper(0, printing.Job{Document: printing.Outgoing}) }

// savePaper asks where a paper goes, and says with it what there is to mend or to write by hand.
func (s *Screen) savePaper(number int, job printing.Job) {
	w, r := s.window, s.window.Registrar()
	w.SaveAs(s.say("print_"+job.Document, nil), s.fileName(job.Document, number), func(path string) {
		var printed printing.Printed
		s.run(func(ctx context.Context) (err error) {
			printed, err = r.Printing.Save(ctx, path, job)
			return err
		}, func() {
			said := []string{s.say("saved", map[string]any{"file": path})}
			for _, note := range printed.Notes {
				said = append(said, w.Say(note.ID, note.Args))
			}
			w.DoneForGood(strings.Join(said, " · "))
		})
	})
}
