package printing

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// finder looks for words in the document that the preview shows: it goes to the page where they
// stand, and marks the place.
type finder struct {
	preview *preview

	reading, placing frame.Turn
	// pages are those of the document that is shown, nil while they are not read.
	pages []pageText
	hits  []hit
	// at is the one of them that is shown, first the one that is to be shown first.
	at, first int
	// marked is the page whose places are marked.
	marked int

	bar   *fyne.Container
	entry *widgets.Entry
	said  *widget.Label
	ways  []*widgets.Button
}

func newFinder(p *preview) *finder {
	say := func(id string) string { return p.window.Say(id, nil) }
	f := &finder{preview: p, entry: widgets.NewEntry(say("printing_screen.find")), said: widgets.Small("")}
	f.entry.OnChanged = func(string) { f.look() }
	f.entry.OnSubmitted = func(string) { f.seek(widgets.Backwards()) }
	f.entry.OnEscape = f.leave
	back := widgets.NewIcon(say("printing_screen.find_back"), theme.MoveUpIcon(), func() { f.seek(true) })
	on := widgets.NewIcon(say("printing_screen.find_forward"), theme.MoveDownIcon(), func() { f.seek(false) })
	f.ways = []*widgets.Button{back, on}
	buttons := container.NewHBox(back, on, widgets.NewIcon(say("printing_screen.find_leave"), theme.CancelIcon(), f.leave))
	row := container.NewBorder(nil, nil, nil, buttons, f.entry)
	f.bar = container.NewStack(widgets.NewThemed(widgets.ColorPanel), container.NewPadded(container.NewVBox(row, f.said)))
	f.bar.Hide()
	f.tell()
	return f
}

// show asks what is looked for.
func (f *finder) show() {
	f.open()
	f.preview.window.SearchIn(f.entry)
	f.read()
}

// open shows the bar.
func (f *finder) open() {
	if f.bar.Hidden {
		f.bar.Show()
		f.preview.arrange()
	}
}

// leave takes bar and marks away, and goes to the page.
func (f *finder) leave() {
	f.reading.Void()
	f.bar.Hide()
	f.mark(stay)
	f.preview.arrange()
	canvas := f.preview.window.Canvas()
	if canvas.Unfocus(); f.preview.view.Visible() {
		canvas.Focus(f.preview.sheet)
	}
}

// forget forgets the document that is no longer shown, and what was found in it.
func (f *finder) forget() {
	f.reading.Void()
	f.pages, f.hits, f.at = nil, nil, 0
	f.mark(stay)
	f.tell()
}

// read reads the document that is shown, where somebody looks for something, and looks for it then.
func (f *finder) read() {
	p := f.preview
	if f.bar.Hidden || len(p.sizes) == 0 {
		return
	}
	if f.pages != nil {
		f.look()
		return
	}
	pdf, count := p.pdf, len(p.sizes)
	defer f.tell()
	frame.RunWhile(p.window, &f.reading, func(ctx context.Context) ([]pageText, error) { return readPages(ctx, p.engine, pdf, count) },
		func(pages []pageText, err error) {
			if err != nil {
				p.window.LogFailure("read the preview", err)
				pages = make([]pageText, count)
			}
			f.pages = pages
			f.look()
		})
}

// readPages reads page by page: others are drawn in between.
func readPages(ctx context.Context, engine previewEngine, pdf []byte, count int) ([]pageText, error) {
	pages := make([]pageText, count)
	for i := range pages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		signs, err := engine.Text(pdf, i)
		if err != nil {
			return nil, err
		}
		pages[i] = readPage(signs)
	}
	return pages, nil
}

// look goes to where it stands first from the page that is shown, or else in the document.
func (f *finder) look() {
	f.hits = findIn(f.pages, f.entry.Text)
	f.at = f.from(f.preview.page)
	if f.pages == nil {
		f.tell()
		return
	}
	if f.first < len(f.hits) && f.hits[f.first].page == f.preview.page {
		f.at = max(f.at, f.first)
	}
	f.first = 0
	f.arrive()
}

// from is the first hit on a page or behind it, the first of all where there is none.
func (f *finder) from(page int) int {
	return max(slices.IndexFunc(f.hits, func(h hit) bool { return h.page >= page }), 0)
}

// seek goes to where it stands next, or before; from the page that somebody has turned to meanwhile.
func (f *finder) seek(back bool) {
	if f.entry.Text == "" {
		f.show()
		return
	}
	f.open()
	if len(f.hits) == 0 {
		f.read()
		return
	}
	here := f.hits[f.at].page == f.preview.page
	switch page := f.preview.page; {
	case back && here:
		f.at--
	case back:
		f.at = f.from(page+1) - 1
	case here:
		f.at++
	default:
		f.at = f.from(page)
	}
	f.at = (f.at + len(f.hits)) % len(f.hits)
	f.arrive()
}

// arrive shows the hit.
func (f *finder) arrive() {
	if len(f.hits) > 0 && f.hits[f.at].page != f.preview.page {
		f.preview.turnTo(f.hits[f.at].page)
	}
	f.mark(f.showArea)
	f.tell()
}

// mark marks what is found on the page that is shown, and tells where the hit stands that is shown.
// Marks of another page go at once.
func (f *finder) mark(shown func(area)) {
	p := f.preview
	f.placing.Void()
	var spans []span
	current := -1
	for i, h := range f.hits {
		if h.page == p.page && f.bar.Visible() {
			if i == f.at {
				current = len(spans)
			}
			spans = append(spans, h.span)
		}
	}
	if len(spans) == 0 || f.marked != p.page {
		p.sheet.setMarks(nil)
	}
	if f.marked = p.page; len(spans) == 0 {
		return
	}
	pdf, page := p.pdf, p.page
	frame.Run(p.window, &f.placing, func(context.Context) ([][]area, error) { return p.engine.Areas(pdf, page, spans) },
		func(areas [][]area, err error) {
			if p.window.LogFailure("find on the page", err); err == nil {
				f.onPlaced(areas, current, shown)
			}
		})
}

// onPlaced shows the marks; current is the number of the one that is gone to, -1 for none.
func (f *finder) onPlaced(areas [][]area, current int, shown func(area)) {
	var marks []mark
	for i, lines := range areas {
		for _, line := range lines {
			marks = append(marks, mark{line, i == current})
		}
	}
	f.preview.sheet.setMarks(marks)
	if current >= 0 && len(areas[current]) > 0 {
		shown(areas[current][0])
	}
}

// showArea scrolls to a part of the page, where it is not seen.
func (f *finder) showArea(part area) {
	p := f.preview
	perPoint := p.sheet.size.Width / p.sizes[p.page].Width
	top, left := sheetMargin+part.at.Y*perPoint, sheetMargin+part.at.X*perPoint
	bottom, right := top+part.size.Height*perPoint, left+part.size.Width*perPoint
	to, room := p.scroll.Offset, p.scroll.Size()
	if top < to.Y || bottom > to.Y+room.Height {
		to.Y = top - room.Height/3
	}
	if left < to.X || right > to.X+room.Width {
		to.X = left - room.Width/3
	}
	p.scroll.ScrollToOffset(to)
}

// stay leaves the page where it is scrolled to.
func stay(area) {}

// tell says how often it stands there, and what can be pressed.
func (f *finder) tell() {
	words := ""
	f.said.Importance = widget.MediumImportance
	switch {
	case len(f.hits) > 0:
		words = f.preview.window.Say("printing_screen.find_at", map[string]any{"number": f.at + 1, "all": len(f.hits)})
	case f.entry.Text == "" || len(f.preview.sizes) == 0:
	case f.pages == nil:
		words = f.preview.window.Say("printing_screen.finding", nil)
	default:
		f.said.Importance = widget.DangerImportance
		words = f.preview.window.Say("printing_screen.find_none", nil)
	}
	f.said.SetText(words)
	for _, way := range f.ways {
		widgets.Enable(way, len(f.hits) > 0)
	}
}

// soughtKept is what is looked for, and the hit that is shown.
type soughtKept struct {
	open  bool
	words string
	at    int
}

func (f *finder) keep() soughtKept { return soughtKept{f.bar.Visible(), f.entry.Text, f.at} }

// giveBack looks for it again as soon as the document is there.
func (f *finder) giveBack(k soughtKept) {
	f.entry.Text, f.first, f.bar.Hidden = k.words, k.at, !k.open
}
