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
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/imaging/imagingtest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// guidePictures are those of the user guide, by the campaign and then by their names; today is the day on
// which the school of the picture stands, "" for one that was only begun.
var guidePictures = map[string][]guidePicture{
	"zno-2020": {
		{"overview", "2020-03-02", page(frame.Overview)}, {"graduates", "2020-03-02", page(frame.Graduates)}, {"roster", "", page(frame.Roster)},
		{"form", "", formStep("document")}, {"photo", "", page(frame.Photo)}, {"printing", "", page(frame.Printing)},
		{"intake", "2020-03-02", page(frame.Intake)}, {"post", "2020-03-16", page(frame.Post)}, {"exchange", "2020-03-16", page(frame.Exchange)},
		{"answer", "2020-03-16", page(frame.Answer)},
	},
	"ort-2021": {
		{"overview", "", page(frame.Overview)}, {"graduates", "", page(frame.Graduates)}, {"roster", "", page(frame.Roster)},
		{"form", "", formStep("personal")}, {"access", "", page(frame.Access)}, {"photo", "", page(frame.Photo)}, {"printing", "", page(frame.Printing)},
		{"payment", "", page(frame.Payment)}, {"exchange", "", page(frame.Exchange)},
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

// guideWindow is the size of the pictures, in pixels.
var guideWindow = fyne.NewSize(1160, 660)

// guideSchool is a window on the school that stands at that day.
func guideSchool(t *testing.T, campaign string, today data.Date) *frame.Window {
	c, err := registrar.Campaign(campaign, nil)
	if err != nil {
		t.Fatal(err)
	}
	if today != "" {
		return frametest.WithSeason(t, campaign, c.Language, 40, today)
	}
	face := imagingtest.Person{Person: imagingtest.Somebody().Sized(480)}
	face.Grey = true
	w, _ := frametest.WithPrepared(t, campaign, c.Language, 24, "guide", func(r *registrar.Registrar) { withPassport(r, face.JPEG(t)) })
	return w
}

// mostOther is the share of pixels in which a picture may differ from the window of today: icons are not
// drawn in tests, and a word more or less makes no picture wrong.
const mostOther = 0.04

// Design §11: the guide shows the program as it is. make guide makes the pictures anew.
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
			now := w.Canvas().Capture()
			file := filepath.Join("../assets/guide/pictures", campaign, p.name+".png")
			if os.Getenv("GUIDE") != "" {
				keepPicture(t, file, now)
				continue
			}
			if other := otherThan(t, file, now); other > mostOther {
				t.Errorf("%s shows another window than there is now, in %.1f %% of it: make guide", file, 100*other)
			}
		}
	}
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
	if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, content.Bytes(), 0o644)); err != nil {
		t.Fatal(err)
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
