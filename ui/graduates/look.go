package graduates

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Build assembles the widgets.
func (s *Screen) Build() fyne.CanvasObject {
	w := s.window
	// No heading(): one that may wrap has no width of its own in a row.
	heading := widget.NewLabelWithStyle(w.Say("screen.graduates", nil), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	heading.SizeName = theme.SizeNameHeadingText
	may := w.May(registrar.RightRegister)
	head := container.New(&widgets.Flow{Last: 360 * w.Scale()}, heading, s.count, layout.NewSpacer())
	head.Add(container.New(&widgets.FixedWidth{Width: 160 * w.Scale()}, s.search)) // it gives way to a long count
	wide := func(o fyne.CanvasObject) fyne.CanvasObject {
		return container.New(&widgets.FixedWidth{Width: 146 * w.Scale()}, o)
	}
	filters := container.New(&widgets.Flow{}, wide(s.class), wide(s.status))
	if s.byPhone() {
		filters.Add(wide(s.mode))
	}
	if s.bySite() {
		filters.Add(wide(s.site))
	}
	filters.Add(layout.NewSpacer())
	actions := container.NewHBox()
	if may {
		actions.Add(widgets.NewButton(w.Say("bulk_screen.button", nil), theme.DocumentCreateIcon(), s.OnBulk))
		actions.Add(s.takeOut)
	}
	actions.Add(widgets.NewButton(w.Say("ui.print_button", nil), theme.DocumentPrintIcon(), s.OnPrint))
	if may {
		actions.Add(widgets.NewButton(w.Say("ui.import_button", nil), theme.FolderOpenIcon(), func() { w.Go(frame.Route{Screen: frame.Roster}) }))
	}
	filters.Add(actions)
	list := container.NewStack(s.table, s.empty.Object)
	adding := w.LookingLine(registrar.RightRegister)
	if may {
		adding = s.adding.build()
	}
	left := container.New(layout.NewBorderLayout(nil, adding, nil, nil), list, adding)
	graduate := s.panel.build()
	column := container.New(layout.NewBorderLayout(s.form, nil, nil, nil), s.form, graduate)
	side := widgets.Panel(column)
	top := container.NewVBox(head, filters)
	// The order of the objects is the order of Tab.
	return container.NewPadded(container.New(&widgets.PageLayout{Head: top, Body: left, Side: side, Least: 214 * w.Scale(), Most: 288 * w.Scale()}, top, left, side))
}

// keptGraduates is what was typed and chosen above and below the table, and who is ticked.
type keptGraduates struct {
	ticks                     []string
	search, cursor            string
	class, status, mode, site string
	adding                    []string
	refused                   []typedRow
	also                      []string
}

// Keep saves what was typed into the panel, and keeps search, filters, cursor, ticks and the
// row for a new graduate.
func (s *Screen) Keep() any {
	s.panel.Keep()
	return keptGraduates{s.table.Ticks(), s.search.Text, s.table.Cursor(),
		s.class.Chosen(), s.status.Chosen(), s.mode.Chosen(), s.site.Chosen(), s.adding.words(), s.adding.refused, s.also}
}

// GiveBack puts them back.
func (s *Screen) GiveBack(kept any) {
	k := kept.(keptGraduates)
	s.search.Text, s.next, s.also = k.search, k.cursor, k.also
	s.table.Tick(k.ticks)
	s.class.Restore(k.class, s.window.ClassWords)
	s.status.Restore(k.status, s.statusWords)
	s.mode.Restore(k.mode, s.modeWords)
	s.site.Restore(k.site, s.siteWords)
	s.adding.fill(k.adding)
	s.adding.refused = k.refused
}

// Unsaved says that a field was refused, or that somebody is half added.
func (s *Screen) Unsaved() bool {
	return s.panel.Unsaved() || !s.adding.empty() || len(s.adding.refused) > 0
}

// UnsavedWords names who is not added yet, and whose fields are not saved.
func (s *Screen) UnsavedWords() string {
	var what []string
	if s.panel.Unsaved() {
		what = append(what, s.window.Say("screen.graduates", nil)+" — "+s.panel.name.Text)
	}
	for _, name := range s.adding.waiting() {
		what = append(what, s.window.Say("graduates_screen.not_added", map[string]any{"name": name}))
	}
	return strings.Join(what, ", ")
}

// panelLayout puts who it is, what is missing, a line and the fields below one another. What
// is missing has its share of the height, so that the fields stay where they are from one to the
// next; for who misses more than that it is larger, as long as the fields have most of the room.
// While the same one is shown it stays as it is, whatever is found meanwhile. Both scroll beside
// each other: no bar in what another bar moves.
type panelLayout struct {
	// whole is how much of a height shows no finding cut in the middle.
	whole func(height float32) float32
	// room is what stands above the fields, within a height; 0 for another graduate.
	room, within float32
}

// forget lets the next graduate have the room that is needed.
func (p *panelLayout) forget() { p.room = 0 }

// missingShare is the part of the height in which findings stand, mostMissing what they may
// take where they need more.
const missingShare, mostMissing = 0.25, 0.42

// MinSize leaves the scrollers to the room that there is.
func (*panelLayout) MinSize(objects []fyne.CanvasObject) (size fyne.Size) {
	for _, o := range objects {
		size = fyne.NewSize(max(size.Width, o.MinSize().Width), size.Height+o.MinSize().Height)
	}
	return size
}

// Layout gives the fields what is left.
func (p *panelLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := widgets.LayOut(objects[0], fyne.Position{}, size.Width)
	most := p.room
	if most == 0 || p.within != size.Height {
		most = size.Height * mostMissing
	}
	objects[1].Move(fyne.NewPos(0, y))
	objects[1].Resize(fyne.NewSize(size.Width, most))
	whole := p.whole(most)
	objects[1].Resize(fyne.NewSize(size.Width, whole))
	if p.room == 0 || p.within != size.Height {
		p.room, p.within = max(whole, size.Height*missingShare), size.Height
	}
	y += p.room
	y += widgets.LayOut(objects[2], fyne.NewPos(0, y), size.Width)
	objects[3].Move(fyne.NewPos(0, y))
	objects[3].Resize(fyne.NewSize(size.Width, max(size.Height-y, 0)))
}
