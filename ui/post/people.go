package post

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/post"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// people asks for some of those who are offered: by class, by ticks, or all that are shown.
type people struct {
	screen  *Screen
	box     *frame.Box
	title   *widgets.Labelled
	titleIn *widgets.Entry
	class   *widgets.DialogSelect
	table   *widgets.Table
	said    *widgets.Labelled
	// verb is the id of what the button says that it does with so many.
	verb    string
	offered []*data.Graduate
	listing widgets.Listing[*data.Graduate]
	content *fyne.Container
}

// newPeople makes the dialog; verb is what its button says, named that a title is asked for.
func (s *Screen) newPeople(verb string, offered []*data.Graduate, left []post.Left, named bool) *people {
	w := s.window
	p := &people{screen: s, verb: verb, offered: offered, content: container.NewVBox(), listing: peopleListing(w)}
	leave := func() { p.box.Leave() }
	if named {
		p.titleIn = widgets.NewEntry(w.Say("post_screen.title_hint", nil))
		p.title = widgets.NewLabelled(w.Say("list.title", nil), p.titleIn)
		p.content.Add(p.title.Box)
	}
	if classes := classesOf(offered); len(classes) > 1 {
		p.class = widgets.NewDialogSelect(append([]string{w.Say("ui.all_classes", nil)}, worded(w, classes)...), leave)
		p.class.OnChanged = func(string) { p.show() }
		p.content.Add(p.class)
	}
	p.table = widgets.NewTable(p.listing.Columns())
	p.table.OnEscape, p.table.OnEnter = leave, func() { p.box.Confirm() }
	p.table.OnSelected = p.onTicked
	p.said = widgets.NewLabelledRow(s.say("whom", nil), container.New(&widgets.FixedSize{Size: fyne.NewSize(0, 190*w.Scale())}, p.table), p.table.Focusable())
	p.content.Add(p.said.Box)
	if len(left) > 0 {
		p.content.Add(s.leftOut(left))
	}
	p.show()
	return p
}

// leftOut says who cannot be put on a list, and why (UA-134).
func (s *Screen) leftOut(left []post.Left) fyne.CanvasObject {
	w, lines := s.window, make([]string, len(left))
	for i, l := range left {
		lines[i] = strings.Join(frame.Filled(l.Graduate.FullName(), l.Graduate.Class), ", ") + " — " + w.Say(l.Why.ID, l.Why.Args)
	}
	words := widget.NewLabel(strings.Join(lines, "\n"))
	words.Wrapping = fyne.TextWrapWord
	scroll := widgets.NewInnerScroll(words)
	return container.NewVBox(widgets.FieldCaption(s.say("left_out", map[string]any{"number": len(left)})),
		container.New(&widgets.FixedSize{Size: fyne.NewSize(0, 96*w.Scale())}, scroll))
}

func peopleListing(w *frame.Window) widgets.Listing[*data.Graduate] {
	name := column(w, "name", 200, 0)
	name.Stretch, name.TwoLines = true, true
	return widgets.Listing[*data.Graduate]{
		{Column: name, Cell: func(g *data.Graduate) widgets.Cell { return widgets.Text(g.FullName()) }},
		{Column: column(w, "class", 60, 0), Cell: func(g *data.Graduate) widgets.Cell { return widgets.Text(g.Class) }},
		{Column: column(w, "card", 110, 1), Cell: func(g *data.Graduate) widgets.Cell { return widgets.Text(g.Current().CardNumber) }},
	}
}

// classesOf are the classes of people, in their order.
func classesOf(of []*data.Graduate) (classes []string) {
	for _, draft := range post.ByClass(of) {
		classes = append(classes, draft.Title)
	}
	return classes
}

// worded are classes in words.
func worded(w *frame.Window, classes []string) []string {
	words := make([]string, len(classes))
	for i, class := range classes {
		if class == "" {
			class = registrar.NoClass
		}
		words[i] = w.ClassWords(class)
	}
	return words
}

// show shows those of the class that is chosen.
func (p *people) show() {
	var rows []widgets.Row
	chosen, classes := "", classesOf(p.offered)
	all := p.class == nil || p.class.SelectedIndex() <= 0
	if !all {
		chosen = classes[p.class.SelectedIndex()-1]
	}
	for _, g := range p.offered {
		if all || g.Class == chosen {
			rows = append(rows, p.listing.Row(g.ID, g))
		}
	}
	p.table.SetRows(rows)
	if len(rows) > 0 && p.table.Cursor() == "" {
		p.table.StandAt(rows[0].Key)
	}
	if p.titleIn != nil && !all && (p.titleIn.Text == "" || slices.Contains(classes, p.titleIn.Text)) {
		p.titleIn.SetText(chosen)
	}
	p.onTicked()
}

// onTicked says on the button how many it is about.
func (p *people) onTicked() {
	p.said.SetFault("")
	if p.box != nil {
		p.box.Primary().SetText(p.screen.say(p.verb, map[string]any{"number": len(p.ids())}))
	}
}

// ids are those who are ticked; where nobody is, all that are shown.
func (p *people) ids() []string {
	if p.table.Marked() > 0 {
		return p.table.Selected()
	}
	return p.table.Keys()
}

// ask shows the dialog.
func (p *people) ask(title string, ready func(ids []string), besides ...frame.Choice) {
	w := p.screen.window
	choices := []frame.Choice{{Label: p.screen.say(p.verb, map[string]any{"number": len(p.ids())}), Ready: func() bool {
		ids := p.ids()
		if w.SayLacks(frame.Lack{Field: p.said, Words: w.SayIf(len(ids) == 0, "list.nobody")}) {
			ready(ids)
		}
		return false
	}}}
	choices = append(append(choices, besides...), frame.Choice{Label: w.Say("ui.cancel", nil)})
	p.box = w.Ask(title, p.content, 640, choices...)
	w.Canvas().Focus(p.table.Focusable())
}

// save runs an act; the dialog closes when it is done.
func (p *people) save(act func(context.Context) error, said func() string) {
	s := p.screen
	frame.RunIn(p.box, func(ctx context.Context) (struct{}, error) { return struct{}{}, act(ctx) }, func(_ struct{}, err error) {
		if err != nil {
			s.window.Fail(err)
			return
		}
		p.box.Close()
		s.done(said())
		s.ask()
	})
}

// offered asks the registry who can be put on a list.
func (s *Screen) offered(then func(post.Offered)) {
	w, r := s.window, s.window.Registrar()
	frame.Run(w, &s.doing, func(context.Context) (post.Offered, error) { return r.Post.Offer(registrar.Filter{}) }, func(o post.Offered, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		then(o)
	})
}

// onNewList asks for a list: of those who are chosen, or of each class (UA-132).
func (s *Screen) onNewList() {
	s.offered(func(o post.Offered) {
		r, p := s.window.Registrar(), s.newPeople("make_for", o.On, o.Left, true)
		save := func(drafts []post.Draft) {
			p.save(func(ctx context.Context) error {
				made, err := r.Post.MakeLists(ctx, drafts)
				if err == nil {
					s.at[lists] = made[0]
				}
				return err
			}, func() string { return s.say("made", map[string]any{"count": len(drafts)}) })
		}
		var besides []frame.Choice
		if drafts := post.ByClass(o.On); len(drafts) > 1 {
			besides = append(besides, frame.Choice{Label: s.say("by_class", map[string]any{"number": len(drafts)}), Ready: func() bool {
				save(drafts)
				return false
			}})
		}
		p.ask(s.say("new_list", nil), func(ids []string) { save([]post.Draft{{Title: p.titleIn.Text, IDs: ids}}) }, besides...)
	})
}

// onAddPeople asks whom to put on a list.
func (s *Screen) onAddPeople(l post.ListRow) {
	s.offered(func(o post.Offered) {
		r, p := s.window.Registrar(), s.newPeople("add_for", o.On, o.Left, false)
		p.ask(s.say("add_people", nil), func(ids []string) {
			p.save(func(ctx context.Context) error { return r.Post.Add(ctx, l.ID, ids) },
				func() string { return s.say("added", map[string]any{"number": len(ids), "list": l.Number}) })
		})
	})
}

// onTakePeople asks whom to take off a list.
func (s *Screen) onTakePeople(l post.ListRow) {
	on := make([]*data.Graduate, len(l.Members))
	for i, m := range l.Members {
		on[i] = m.Graduate
	}
	r, p := s.window.Registrar(), s.newPeople("take_for", on, nil, false)
	p.ask(s.say("take_people", nil), func(ids []string) {
		p.save(func(ctx context.Context) error { return r.Post.Take(ctx, l.ID, ids) },
			func() string { return s.say("taken", map[string]any{"number": len(ids), "list": l.Number}) })
	})
}
