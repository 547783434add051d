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
	window *frame.Window
	box    *fyne.Container
	lines  *widgets.Entry
	saving frame.Turn
}

func newLetterheadPart(w *frame.Window) *letterheadPart {
	p := &letterheadPart{window: w, box: container.NewVBox()}
	p.show()
	return p
}

// show writes what there is now; what was typed and not taken stays.
func (p *letterheadPart) show() {
	w, head := p.window, p.window.Registrar().Season.Letterhead()
	typed := strings.Join(head.Lines, "\n")
	if p.lines != nil && p.lines.Text != "" {
		typed = p.lines.Text
	}
	p.lines = widgets.NewEntry("")
	p.lines.MultiLine, p.lines.Text = true, typed
	p.lines.SetMinRowsVisible(4)
	choose := widgets.NewButton(w.Say("letterhead.choose", nil), theme.FolderOpenIcon(), p.onChoose)
	take := widgets.NewButton(w.Say("letterhead.save_lines", nil), theme.DocumentSaveIcon(), p.onTake)
	drop := widgets.NewButton(w.Say("letterhead.drop", nil), theme.DeleteIcon(), p.onDrop)
	may := w.May(registrar.RightSchool)
	for _, input := range []fyne.Disableable{p.lines, choose, take} {
		widgets.Enable(input, may)
	}
	widgets.Enable(drop, may && !head.Empty())
	p.box.Objects = []fyne.CanvasObject{
		widgets.Wrapped(w.Say("letterhead.what_for", nil)), p.present(&head), container.NewHBox(choose, drop),
		widgets.Small(w.Say("letterhead.lines", nil)), p.lines, container.NewHBox(take)}
	p.box.Refresh()
}

// present is the letterhead that there is.
func (p *letterheadPart) present(head *data.Letterhead) fyne.CanvasObject {
	if len(head.Image) == 0 {
		if len(head.Lines) > 0 {
			return widget.NewLabel(strings.Join(head.Lines, "\n"))
		}
		return widgets.Wrapped(p.window.Say("letterhead.none", nil))
	}
	size := widgets.Small(p.window.Say("letterhead.image", map[string]any{"width": strconv.Itoa(int(head.Width + 0.5)), "height": strconv.Itoa(int(head.Height + 0.5))}))
	decoded, _, err := image.Decode(bytes.NewReader(head.Image))
	if err != nil {
		p.window.Fail(err)
		return size
	}
	shown := canvas.NewImageFromImage(decoded)
	shown.FillMode = canvas.ImageFillContain
	shown.SetMinSize(fyne.NewSize(0, 90*p.window.Scale()))
	return container.NewVBox(size, shown)
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
		})
	})
}

func (p *letterheadPart) onTake() {
	typed := p.lines.Text
	p.store(func(ctx context.Context, r *registrar.Registrar) error { return r.Season.SetLetterheadText(ctx, typed) })
}

func (p *letterheadPart) onDrop() {
	p.store(func(ctx context.Context, r *registrar.Registrar) error { return r.Season.SetLetterheadText(ctx, "") })
}

// store stores another letterhead and can put the one before back.
func (p *letterheadPart) store(do func(context.Context, *registrar.Registrar) error) {
	w, r := p.window, p.window.Registrar()
	before := r.Season.Letterhead()
	frame.Run(w, &p.saving, func(ctx context.Context) (struct{}, error) { return struct{}{}, do(ctx, r) }, func(_ struct{}, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		p.lines.Text = ""
		p.show()
		w.Done(w.Say("letterhead.saved", nil), func() {
			p.store(func(ctx context.Context, r *registrar.Registrar) error { return r.Season.PutLetterhead(ctx, before) })
		})
	})
}
