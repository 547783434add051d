package post

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/post"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// onClose asks for what was counted on the table, and closes the envelope (UA-129).
func (s *Screen) onClose(p post.PackageRow) {
	w, r, f := s.window, s.window.Registrar(), s.newForm()
	f.Fields.Add(widgets.Wrapped(s.say("close_about", map[string]any{"lists": labels(p.Lists)})))
	rows, rowsIn := f.Entry("post_screen.count_rows", "post_screen.count_hint")
	kits, kitsIn := f.Entry("post_screen.count_kits", "post_screen.count_hint")
	grams, gramsIn := f.Entry("post_screen.grams", "post_screen.grams_hint")
	cover := widgets.NewDialogCheck(s.say("cover", nil), r.Campaign().Cover.Enabled, func() { f.Box.Leave() })
	cover.Aside = true
	f.Fields.Add(cover)
	f.Faults["package.rows_counted"], f.Faults["package.kits_counted"], f.Faults["package.bad_grams"] = rows, kits, grams
	f.Ask(s.say("close_title", map[string]any{"number": p.Number}), "post_screen.close", false, func() {
		count, fine := post.Count{Cover: cover.Checked}, true
		for _, typed := range []struct {
			field *widgets.Labelled
			words string
			to    *int
			empty bool
		}{{rows, rowsIn.Text, &count.Rows, false}, {kits, kitsIn.Text, &count.Kits, false}, {grams, gramsIn.Text, &count.Grams, true}} {
			n, err := strconv.Atoi(strings.TrimSpace(typed.words))
			bad := err != nil && !(typed.empty && strings.TrimSpace(typed.words) == "")
			fine = w.SayLacks(frame.Lack{Field: typed.field, Words: w.SayIf(bad, "post_screen.no_number")}) && fine
			*typed.to = n
		}
		if fine {
			f.save(func(ctx context.Context) error { return r.Post.Close(ctx, p.ID, count) }, s.say("close_done", map[string]any{"number": p.Number}))
		}
	})
	w.Canvas().Focus(rowsIn)
}

// onOpen opens a package that is closed.
func (s *Screen) onOpen(p post.PackageRow) {
	r := s.window.Registrar()
	s.does(func(ctx context.Context) error { return r.Post.Open(ctx, p.ID) }, s.say("open_done", map[string]any{"number": p.Number}))
}

// onDrop asks before a package is taken apart.
func (s *Screen) onDrop(p post.PackageRow) {
	r := s.window.Registrar()
	s.sure("drop", map[string]any{"number": p.Number}, func(ctx context.Context) error { return r.Post.Drop(ctx, p.ID) })
}

// onUnpost asks before it is taken back that a package was sent.
func (s *Screen) onUnpost(p post.PackageRow) {
	r := s.window.Registrar()
	s.sure("unpost", map[string]any{"number": p.Number}, func(ctx context.Context) error { return r.Post.Unpost(ctx, p.ID) })
}

// onUnsendOwn asks before it is taken back that a letter was sent.
func (s *Screen) onUnsendOwn(o post.OwnRow) {
	r := s.window.Registrar()
	s.sure("unsend", map[string]any{"name": o.Graduate.FullName()}, func(ctx context.Context) error { return r.Post.UnsendOwn(ctx, o.Graduate.ID) })
}

// sendForm asks how something was sent.
type sendForm struct {
	*form
	operators      []registrar.PostalOperator
	operator, item *widgets.DialogSelect
	itemField      *widgets.Labelled
	tracking       *widgets.Labelled
	trackingIn     *widgets.Entry
}

// newSendForm asks for operator, kind of item, number and stamp; couriers says that one may bring it,
// email that it may go without an operator.
func (s *Screen) newSendForm(was post.Posting, couriers, email bool) *sendForm {
	f := &sendForm{form: s.newForm()}
	leave := func() { f.Box.Leave() }
	var titles []string
	if email {
		f.operators, titles = []registrar.PostalOperator{{}}, []string{s.say("by_email", nil)}
	}
	for _, o := range s.window.Registrar().Campaign().PostalOperators {
		if couriers || !o.Courier {
			f.operators, titles = append(f.operators, o), append(titles, o.Title)
		}
	}
	f.operator = widgets.NewDialogSelect(titles, leave)
	f.Fields.Add(widgets.NewLabelled(s.say("operator", nil), f.operator).Box)
	f.item = widgets.NewDialogSelect([]string{""}, leave)
	f.itemField = widgets.NewLabelled(s.say("item", nil), f.item)
	f.Fields.Add(f.itemField.Box)
	f.tracking, f.trackingIn = f.Entry("post_screen.tracking", "post_screen.tracking_hint")
	f.trackingIn.SetText(was.Tracking)
	f.trackingIn.OnChanged = func(string) { f.onTracking() }
	f.Day("post_screen.postmark")
	f.Faults["post.days"], f.Faults["post.no_day"], f.Faults["post.no_item"] = f.Date, f.Date, f.itemField
	for _, code := range []string{"tracking.bad_form", "tracking.bad_check", "tracking.bad_signs", "tracking.none"} {
		f.Faults[code] = f.tracking
	}
	if was.Operator != "" || was.Postmark != "" {
		f.DateIn.SetISO(string(was.Postmark))
	}
	for i, o := range f.operators {
		if o.Code == was.Operator {
			f.operator.SetSelectedIndex(i)
		}
	}
	f.offerItems(was.Item)
	f.operator.OnChanged = func(string) { f.offerItems("") }
	return f
}

// chosen is the operator that is chosen.
func (f *sendForm) chosen() *registrar.PostalOperator {
	return &f.operators[max(f.operator.SelectedIndex(), 0)]
}

// offerItems offers what the operator carries, and asks for a number and a stamp where there are any.
func (f *sendForm) offerItems(item string) {
	o := f.chosen()
	var titles []string
	at := 0
	for i := range o.Items {
		titles = append(titles, o.Items[i].Title)
		if o.Items[i].Code == item {
			at = i
		}
	}
	f.item.SetOptions(titles)
	f.itemField.Box.Hidden = len(titles) == 0
	if len(titles) > 0 {
		f.item.SetSelectedIndex(at)
	}
	f.tracking.Box.Hidden = !o.Tracked()
	f.Date.Box.Hidden = o.Courier
	f.trackingIn.SetPlaceHolder(strings.Join(o.TrackingExamples, ", "))
	f.onTracking()
	f.Fields.Refresh()
	if f.Box != nil {
		f.Box.Fit(frame.RecordWidth)
	}
}

// fewDigits is how many signs of a number are typed before it is judged.
const fewDigits = 12

// onTracking judges the number as soon as it is long enough to be one.
func (f *sendForm) onTracking() {
	o, typed := f.chosen(), f.trackingIn.Text
	fault := ""
	if o.Tracked() && len(strings.ReplaceAll(typed, " ", "")) >= fewDigits {
		if _, err := f.Window.Registrar().Post.ReadTracking(o.Code, typed); err != nil {
			fault = f.Window.ExplainBeside(err)
		}
	}
	if f.tracking.Faulty() || fault != "" {
		f.tracking.SetFault(fault)
		if f.Box != nil {
			f.Box.Fit(frame.RecordWidth)
		}
	}
}

// posting is what was typed, and whether it can be asked about.
func (f *sendForm) posting() (p post.Posting, fine bool) {
	o := f.chosen()
	p.Operator = o.Code
	if at := f.item.SelectedIndex(); at >= 0 && at < len(o.Items) {
		p.Item = o.Items[at].Code
	}
	if o.Tracked() {
		p.Tracking = f.trackingIn.Text
	}
	if o.Courier {
		return p, true
	}
	day, err := f.Window.Registrar().ParseDay(f.DateIn.Text)
	words := ""
	if err != nil {
		words = f.Window.ExplainBeside(err)
	}
	p.Postmark = day
	return p, f.Window.SayLacks(frame.Lack{Field: f.Date, Words: words})
}

// ask shows the form; send stores what was typed.
func (f *sendForm) ask(title string, send func(context.Context, post.Posting) error, said string) {
	f.Ask(title, "post_screen.note", false, func() {
		if p, fine := f.posting(); fine {
			f.save(func(ctx context.Context) error { return send(ctx, p) }, said)
		}
	})
	f.Window.Canvas().Focus(f.operator)
}

// onPost asks how a package was sent (UA-060, UA-154).
func (s *Screen) onPost(p post.PackageRow) {
	r := s.window.Registrar()
	f := s.newSendForm(post.Posting{Operator: p.Operator, Item: p.Item, Tracking: p.Tracking, Postmark: p.Postmark}, true, false)
	f.ask(s.say("post_title", map[string]any{"number": p.Number}), func(ctx context.Context, posting post.Posting) error {
		return r.Post.Post(ctx, p.ID, posting)
	}, s.say("post_done", map[string]any{"number": p.Number}))
}

// onSendOwn asks how somebody's own papers were sent (UA-064).
func (s *Screen) onSendOwn(o post.OwnRow) {
	r, was := s.window.Registrar(), post.Posting{}
	if o.Sent != nil {
		was = post.Posting{Operator: o.Sent.Seen, Item: o.Sent.Means, Tracking: o.Sent.Note, Postmark: o.Sent.On}
	}
	f := s.newSendForm(was, false, o.ByEmail())
	f.ask(s.say("own_title", map[string]any{"name": o.Graduate.FullName()}), func(ctx context.Context, posting post.Posting) error {
		return r.Post.SendOwn(ctx, o.Graduate.ID, posting)
	}, s.say("own_done", map[string]any{"name": o.Graduate.FullName()}))
}

// onVisit asks when somebody has handed the papers in at the centre (UA-067).
func (s *Screen) onVisit(o post.OwnRow) {
	w, r, f, name := s.window, s.window.Registrar(), s.newForm(), o.Graduate.FullName()
	f.Day("post_screen.visit_day")
	f.Faults["post.days"], f.Faults["post.no_day"] = f.Date, f.Date
	if o.Sent != nil {
		f.DateIn.SetISO(string(o.Sent.On))
	}
	f.Ask(s.say("visit_title", map[string]any{"name": name}), "post_screen.note", false, func() {
		if !w.SayLacks(f.DayLack()) {
			return
		}
		day := f.TypedDay()
		f.save(func(ctx context.Context) error {
			return r.Post.SendOwn(ctx, o.Graduate.ID, post.Posting{Postmark: day})
		}, s.say("visit_done", map[string]any{"name": name}))
	})
}

// onChangeOwn asks anew how somebody's own papers went.
func (s *Screen) onChangeOwn(o post.OwnRow) {
	if o.InPerson() && o.Sent.Seen == "" {
		s.onVisit(o)
		return
	}
	s.onSendOwn(o)
}

// onReceived asks on which day the centre has got a package (UA-152).
func (s *Screen) onReceived(p post.PackageRow) {
	r := s.window.Registrar()
	s.askReceived(s.say("received_title", map[string]any{"number": p.Number}), p.Package.Received,
		func(ctx context.Context, day data.Date) error { return r.Post.Received(ctx, p.ID, day) }, s.say("received_done", map[string]any{"number": p.Number}))
}

// onOwnReceived asks on which day the centre has got somebody's own papers.
func (s *Screen) onOwnReceived(o post.OwnRow) {
	r, was := s.window.Registrar(), data.Date("")
	if o.Received != nil {
		was = o.Received.On
	}
	s.askReceived(s.say("own_title", map[string]any{"name": o.Graduate.FullName()}), was,
		func(ctx context.Context, day data.Date) error { return r.Post.OwnReceived(ctx, o.Graduate.ID, day) }, s.say("own_received_done", map[string]any{"name": o.Graduate.FullName()}))
}

// askReceived asks for the day of receipt; nothing typed takes it back.
func (s *Screen) askReceived(title string, was data.Date, note func(context.Context, data.Date) error, said string) {
	w, f := s.window, s.newForm()
	f.Day("post_screen.received_day")
	f.Fields.Add(container.NewVBox(widgets.Small(s.say("received_about", nil))))
	f.Faults["post.days"] = f.Date
	if was != "" {
		f.DateIn.SetISO(string(was))
	}
	f.Ask(title, "post_screen.note", false, func() {
		day, err := w.Registrar().ParseDay(f.DateIn.Text)
		words := ""
		if err != nil {
			words = w.ExplainBeside(err)
		}
		if w.SayLacks(frame.Lack{Field: f.Date, Words: words}) {
			f.save(func(ctx context.Context) error { return note(ctx, day) }, said)
		}
	})
	w.Canvas().Focus(f.DateIn)
}
