package settings

import (
	"bytes"
	"context"
	"image"
	_ "image/jpeg" // the program has written the image itself
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// letterheadPart shows what the school has at the head of what it sends, and takes an image or
// lines of text in its place (UA-120).
type letterheadPart struct {
	window          *frame.Window
	box, present    *fyne.Container
	lines           *widgets.Entry
	drop            *widgets.Button
	reading, saving frame.Turn
	// filled is what the lines were filled with: what else stands there somebody has typed.
	filled string
}

// seenHead is a letterhead, and its image as it is shown; nil for none.
type seenHead struct {
	data.Letterhead
	picture image.Image
}

func newLetterheadPart(w *frame.Window) *letterheadPart {
	p := &letterheadPart{window: w, present: container.NewVBox(), lines: widgets.NewEntry("")}
	p.lines.MultiLine = true
	p.lines.SetMinRowsVisible(4)
	choose := widgets.NewButton(w.Say("letterhead.choose", nil), theme.FolderOpenIcon(), p.onChoose)
	take := widgets.NewButton(w.Say("letterhead.save_lines", nil), theme.DocumentSaveIcon(), p.onTake)
	p.drop = widgets.NewButton(w.Say("letterhead.drop", nil), theme.DeleteIcon(), p.onDrop)
	p.drop.Disable()
	for _, input := range []fyne.Disableable{p.lines, choose, take} {
		widgets.Enable(input, w.May(registrar.RightSchool))
	}
	p.box = container.NewVBox(widgets.Wrapped(w.Say("letterhead.what_for", nil)), p.present, container.NewHBox(choose, p.drop),
		widgets.Small(w.Say("letterhead.lines", nil)), p.lines, container.NewHBox(take))
	p.show()
	return p
}

// show asks what there is now.
func (p *letterheadPart) show() {
	r := p.window.Registrar()
	frame.Run(p.window, &p.reading, func(context.Context) (seen seenHead, err error) {
		seen.Letterhead = r.Season.Letterhead()
		if len(seen.Image) > 0 {
			seen.picture, _, err = image.Decode(bytes.NewReader(seen.Image))
		}
		return seen, err
	}, p.onSeen)
}

// onSeen shows it; what was typed and not taken stays.
func (p *letterheadPart) onSeen(seen seenHead, err error) {
	if err != nil {
		p.window.Fail(err)
		return
	}
	stored := strings.Join(seen.Lines, "\n")
	if !p.typed() {
		p.lines.SetText(stored)
	}
	p.filled = stored
	widgets.Enable(p.drop, p.window.May(registrar.RightSchool) && !seen.Empty())
	p.present.Objects = p.shown(&seen)
	p.present.Refresh()
}

// typed says that lines stand there that were not taken.
func (p *letterheadPart) typed() bool { return p.lines.Text != "" && p.lines.Text != p.filled }

// shown is the letterhead that there is.
func (p *letterheadPart) shown(seen *seenHead) []fyne.CanvasObject {
	switch {
	case seen.picture == nil && len(seen.Lines) > 0:
		return []fyne.CanvasObject{widget.NewLabel(strings.Join(seen.Lines, "\n"))}
	case seen.picture == nil:
		return []fyne.CanvasObject{widgets.Wrapped(p.window.Say("letterhead.none", nil))}
	}
	size := widgets.Small(p.window.Say("letterhead.image", map[string]any{"width": strconv.Itoa(int(seen.Width + 0.5)), "height": strconv.Itoa(int(seen.Height + 0.5))}))
	picture := canvas.NewImageFromImage(seen.picture)
	picture.FillMode = canvas.ImageFillContain
	picture.SetMinSize(fyne.NewSize(0, 90*p.window.Scale()))
	return []fyne.CanvasObject{size, picture}
}

func (p *letterheadPart) onChoose() {
	w := p.window
	w.Files.Open(w.Say("letterhead.title", nil), frame.Pictures, func(path string) {
		p.store(func(ctx context.Context, r *registrar.Registrar) error {
			content, err := registrar.ReadFile(path, registrar.MaximumAttachment)
			if err != nil {
				return err
			}
			return r.Season.SetLetterheadImage(ctx, content)
		}, func() {})
	})
}

func (p *letterheadPart) onTake() {
	typed := p.lines.Text
	p.store(func(ctx context.Context, r *registrar.Registrar) error {
		return r.Season.SetLetterheadText(ctx, typed)
	}, func() {
		if p.lines.Text == typed {
			p.filled = typed
		}
	})
}

func (p *letterheadPart) onDrop() {
	p.store(func(ctx context.Context, r *registrar.Registrar) error { return r.Season.SetLetterheadText(ctx, "") }, func() {})
}

// store stores another letterhead and can put the one before back; stored is called when it has.
func (p *letterheadPart) store(do func(context.Context, *registrar.Registrar) error, stored func()) {
	w, r := p.window, p.window.Registrar()
	c := &headChange{part: p}
	frame.Run(w, &p.saving, func(ctx context.Context) (struct{}, error) {
		c.before = r.Season.Letterhead()
		err := do(ctx, r)
		c.after = r.Season.Letterhead()
		return struct{}{}, err
	}, func(_ struct{}, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		stored()
		p.show()
		w.Done(c.said(), c.undo)
	})
}

// headChange is one letterhead in the place of another, with the way back and forth.
type headChange struct {
	part          *letterheadPart
	before, after data.Letterhead
}

func (c *headChange) said() string { return c.part.window.Say("letterhead.saved", nil) }

func (c *headChange) undo() {
	w := c.part.window
	c.put(c.before, func() {
		w.Undone(w.Say("ui.taken_back", map[string]any{"act": strings.TrimSuffix(c.said(), ".")}), c.redo)
	})
}

func (c *headChange) redo() {
	c.put(c.after, func() { c.part.window.Redone(c.said(), c.undo) })
}

// put gives the school one of the two.
func (c *headChange) put(head data.Letterhead, done func()) {
	w, r := c.part.window, c.part.window.Registrar()
	frame.Run(w, &frame.Turn{}, func(ctx context.Context) (struct{}, error) { return struct{}{}, r.Season.PutLetterhead(ctx, head) },
		func(_ struct{}, err error) {
			if err != nil {
				w.Fail(err)
				return
			}
			c.part.show()
			done()
		})
}
