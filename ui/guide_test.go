package ui

import (
	"bytes"
	"cmp"
	"errors"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// guidePictures are those of the user guide, by the campaign and then by their names; today is the day on
// which the school of the picture stands, "" for one that was only begun.
var guidePictures = map[string][]guidePicture{
	"zno-2020": {
		{"overview", "2020-03-02", page(frame.Overview)}, {"graduates", "2020-03-02", page(frame.Graduates)}, {"roster", "", page(frame.Roster)},
		{"form", "", formStep("document")}, {"photo", "", page(frame.Photo)}, {"printing", "", page(frame.Printing)},
		{"intake", "2020-03-02", page(frame.Intake)}, {"post", "2020-03-16", page(frame.Post)}, {"exchange", "2020-03-16", page(frame.Exchange)},
		{"messages", "2020-03-16", messages}, {"answer", "2020-03-16", page(frame.Answer)},
	},
	"ort-2021": {
		{"overview", "2021-03-01", page(frame.Overview)}, {"graduates", "2021-03-01", page(frame.Graduates)}, {"roster", "2021-03-01", page(frame.Roster)},
		{"form", "2021-03-01", formStep("personal")}, {"access", "2021-03-01", page(frame.Access)}, {"photo", "2021-03-01", page(frame.Photo)},
		{"printing", "2021-03-01", page(frame.Printing)}, {"payment", "2021-03-01", page(frame.Payment)}, {"exchange", "2021-03-01", page(frame.Exchange)},
		{"messages", "2021-03-01", messages},
	},
}

type guidePicture struct {
	name  string
	today data.Date
	reach func(w *frame.Window)
}

func page(name string) func(*frame.Window) {
	return func(w *frame.Window) { w.Go(frame.Route{Screen: name}) }
}

// formStep opens the form of the second of the list at a step.
func formStep(step string) func(*frame.Window) {
	return func(w *frame.Window) {
		rows, err := w.Registrar().Table.List(registrar.Filter{})
		if err != nil {
			panic(err)
		}
		id := rows[1].Graduate.ID
		w.Settings.LeaveForm(id, step, "")
		w.Go(frame.Route{Screen: frame.Form, Graduate: id})
	}
}

// messages shows what was sent to the centre and what came back.
func messages(w *frame.Window) {
	w.Go(frame.Route{Screen: frame.Exchange})
	frametest.ChooseAt(frametest.FindAll[*widgets.OneOf](frametest.PageIn(w))[0], 1)
}

// guideWindow is the size of the pictures, in pixels.
var guideWindow = fyne.NewSize(1160, 690)

// mostOther is the share of pixels in which a picture may differ from the window of today: icons are not
// drawn in tests, and a word more or less makes no picture wrong.
const mostOther = 0.04

// Design §11: the guide shows the program as it is. make guide makes the pictures anew, and the words in them.
func TestGuidePictures(t *testing.T) {
	for campaign, pictures := range guidePictures {
		var w *frame.Window
		today := data.Date("none")
		for _, p := range pictures {
			if p.today != today {
				w, today = guideSchool(t, campaign, p.today), p.today
				clearBoxes(w)
				w.Fyne().Resize(guideWindow)
			}
			p.reach(w)
			settle(w, guideWindow)
			now := captured(w)
			file := filepath.Join("../assets/guide/pictures", campaign, p.name+".png")
			words := filepath.Join("testdata/guide", campaign, p.name+".txt")
			if os.Getenv("GUIDE") != "" {
				keepPicture(t, file, now)
				keepFile(t, words, []byte(openWords(w)))
				continue
			}
			sameWords(t, words, w)
			if other := otherThan(t, file, now); other > mostOther {
				t.Errorf("%s shows another window than there is now, in %.1f %% of it: make guide", file, 100*other)
			}
		}
	}
}

// captured is the picture of a window. The painter of tests cuts the words of an entry by the entry alone,
// that of the window by what the entry scrolls in too: what lies below the edge of that is left out.
func captured(w *frame.Window) image.Image {
	var below []*canvas.Text
	for _, scroll := range frametest.FindAll[*container.Scroll](w.Fyne().Content()) {
		below = append(below, wordsBelow(scroll, scroll.Content)...)
	}
	for _, scroll := range frametest.FindAll[*widgets.InnerScroll](w.Fyne().Content()) {
		below = append(below, wordsBelow(scroll, scroll.Content)...)
	}
	for _, words := range below {
		words.Hide()
		defer words.Show()
	}
	return w.Canvas().Capture()
}

// wordsBelow are those in entries of content that reach below the edge of what it scrolls in.
func wordsBelow(scroll, content fyne.CanvasObject) (below []*canvas.Text) {
	where := fyne.CurrentApp().Driver().AbsolutePositionForObject
	edge := where(scroll).Y + scroll.Size().Height
	for _, e := range frametest.FindAll[anEntry](content) {
		for _, words := range frametest.TextsOf(e) {
			if words.Visible() && where(words).Y+words.Size().Height > edge {
				below = append(below, words)
			}
		}
	}
	return below
}

// anEntry is an entry, or a widget that embeds one.
type anEntry interface {
	fyne.CanvasObject
	Inner() *widgets.Entry
}

// keepPicture writes a picture in its 255 most frequent colours.
func keepPicture(t *testing.T, file string, m image.Image) {
	t.Helper()
	counts, b := map[color.Color]int{}, m.Bounds()
	for y := range b.Dy() {
		for x := range b.Dx() {
			counts[color.NRGBAModel.Convert(m.At(x, y))]++
		}
	}
	var palette color.Palette
	for c := range counts {
		palette = append(palette, c)
	}
	light := func(c color.Color) int { n := c.(color.NRGBA); return int(n.R)<<16 | int(n.G)<<8 | int(n.B) }
	slices.SortFunc(palette, func(a, b color.Color) int { return cmp.Or(counts[b]-counts[a], light(a)-light(b)) })
	palette = palette[:min(len(palette), 64)]
	indexed, near := image.NewPaletted(b, palette), map[color.Color]uint8{}
	for y := range b.Dy() {
		for x := range b.Dx() {
			c := color.NRGBAModel.Convert(m.At(x, y))
			if _, known := near[c]; !known {
				near[c] = uint8(palette.Index(c))
			}
			indexed.SetColorIndex(x, y, near[c])
		}
	}
	var content bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&content, indexed); err != nil {
		t.Fatal(err)
	}
	keepFile(t, file, content.Bytes())
}

func keepFile(t *testing.T, file string, content []byte) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, content, 0o644)); err != nil {
		t.Fatal(err)
	}
}

// openWords are the words of a window, without what is another whenever keys are made and messages sealed.
func openWords(w *frame.Window) string {
	return sealed.ReplaceAllString(frametest.Visible(w), "…") + "\n"
}

// sealed are the sum and the size of a file that was sealed, and the fingerprints of keys.
var sealed = regexp.MustCompile(`[0-9a-f-]{16,}|\d+ КБ`)

// sameWords fails where the window has other words than when its picture was made: a word is far below
// [mostOther].
func sameWords(t *testing.T, file string, w *frame.Window) {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	kept, now := strings.Split(string(content), "\n"), strings.Split(openWords(w), "\n")
	for i := range max(len(kept), len(now)) {
		if i >= len(kept) || i >= len(now) || kept[i] != now[i] {
			t.Errorf("%s: the window has other words from line %d on, %q: make guide", file, i+1, now[min(i, len(now)-1)])
			return
		}
	}
}

// otherThan is the share of pixels that are plainly of another colour than in a file.
func otherThan(t *testing.T, file string, now image.Image) float64 {
	t.Helper()
	content, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("there is no %s: make guide", file)
	}
	kept, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	b, other := now.Bounds(), 0
	if kept.Bounds() != b {
		return 1
	}
	for y := range b.Dy() {
		for x := range b.Dx() {
			r, g, bl, _ := kept.At(x, y).RGBA()
			nr, ng, nb, _ := now.At(x, y).RGBA()
			if max(apart(r, nr), apart(g, ng), apart(bl, nb)) > 0x4000 {
				other++
			}
		}
	}
	return float64(other) / float64(b.Dx()*b.Dy())
}

func apart(a, b uint32) uint32 { return max(a, b) - min(a, b) }
