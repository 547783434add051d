package reports

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"graduand/data"
)

func ukFrom() Address {
	return Address{Caption: "Від кого", Name: "Тихоозерський ліцей Тихоозерської селищної ради Харківської області", Lines: []string{"вул. Шкільна, 1", "смт Тихоозерськ, Харківська область"}, Index: "63999", Digits: 5}
}

func longFrom() Address {
	return Address{Caption: "Від кого", Name: longSchool, Short: "Ґалаґанівська гімназія № 45", Index: "63523", Digits: 5,
		Lines: []string{"вул. Архітектора Альошина та Братів Святого Володимира Великого, буд. 114/116, корпус 3-Б", "смт Новопокровка-Староолександрівська, Чугуївський район, Харківська область"}}
}

func ukTo() Address {
	return Address{Caption: "Кому", Name: "Івано-Франківський регіональний центр оцінювання якості освіти", Lines: []string{"вул. Бандери, 1", "м. Івано-Франківськ"}, Index: "76018", Digits: 5}
}

// penTo is an addressee of whom no address is known.
func penTo() Address {
	return Address{Caption: "Кому", Name: "Харківський регіональний центр оцінювання якості освіти", Digits: 5}
}

// faces are envelopes and large labels, usual ones and those with the longest addresses.
func faces() map[string]Envelope {
	return map[string]Envelope{
		"c4":      {"envelope", 324, 229, ukFrom(), ukTo()},
		"c4-long": {"envelope", 324, 229, longFrom(), penTo()},
		"a5":      {"parcel_label", 210, 148, ukFrom(), ukTo()},
		"a6-long": {"parcel_label", 148, 105, longFrom(), ukTo()},
	}
}

func facePDF(t testing.TB, e Envelope) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return Envelopes(b, e, "uk", nil) })
}

func labelsPDF(t testing.TB, l AddressLabels) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return AddressLabelSheet(b, l, "uk", nil) })
}

func TestEnvelopes(t *testing.T) {
	for name, e := range faces() {
		t.Run("F-09 the face "+name, func(t *testing.T) {
			o := open(t, facePDF(t, e))
			p := o.render(0, 150)
			if w, h := p.size(); abs(w-e.Width) > 0.3 || abs(h-e.Height) > 0.3 || o.pages != 1 {
				t.Fatalf("it is %.1f × %.1f mm on %d pages", w, h, o.pages)
			}
			words := squeeze(o.text(0))
			for _, a := range []Address{e.From, e.To} {
				for _, want := range append(a.Lines, a.Caption, a.Name, a.Index) {
					if !strings.Contains(words, squeeze(want)) {
						t.Errorf("no %q in %s", want, words)
					}
				}
			}
			edge := e.edge() - 0.5
			if !p.white(0, 0, e.Width, edge) || !p.white(0, e.Height-edge, e.Width, e.Height) || !p.white(0, 0, edge, e.Height) || !p.white(e.Width-edge, 0, e.Width, e.Height) {
				t.Error("there is ink at an edge")
			}
			// The sender is top left, the addressee bottom right; the corner for stamps is free, and
			// so is the one below the sender (Rules № 270, 42).
			if !p.white(e.Width*0.52, 0, e.Width, e.Height*toFromTop) || !p.white(0, e.Height*toFromTop+0.5, e.Width*toFromLeft-0.5, e.Height) {
				t.Error("something stands where stamps go, or below the sender")
			}
		})
	}
	t.Run("F-09 a digit of the postal code in each of five boxes, large", func(t *testing.T) {
		o := open(t, facePDF(t, faces()["c4"]))
		sides := o.render(0, 150).runs(true, 12, 20)
		var boxes []run
		for _, r := range sides {
			if r.from > 229*toFromTop {
				boxes = append(boxes, r)
			}
		}
		if len(boxes) != 6 {
			t.Fatalf("%d upright lines make no five boxes: %v", len(boxes), boxes)
		}
		wide, high := (boxes[5].at-boxes[0].at)/5, boxes[0].to-boxes[0].from
		if wide < 9.5 || high < 13.5 {
			t.Errorf("a box is %.1f × %.1f mm", wide, high)
		}
		var digits []glyph
		for _, g := range o.glyphs(0) {
			if g.left > boxes[0].at && g.top > boxes[0].from-1 {
				digits = append(digits, g)
			}
		}
		for i, g := range digits {
			left := boxes[0].at + float64(i)*wide
			if g.left < left+0.5 || g.right > left+wide-0.5 || g.bottom-g.top < 7 {
				t.Errorf("%q of %.1f mm stands from %.1f to %.1f mm, its box begins at %.1f", g.text, g.bottom-g.top, g.left, g.right, left)
			}
		}
		if len(digits) != 5 {
			t.Errorf("%d digits", len(digits))
		}
	})
	t.Run("F-09 without an address there are lines and empty boxes for the pen", func(t *testing.T) {
		e := faces()["c4-long"]
		lines := 0
		for _, r := range open(t, facePDF(t, e)).render(0, 150).runs(false, 150, 200) {
			if r.at > e.Height*toFromTop {
				lines++
			}
		}
		if lines != 2 {
			t.Errorf("%d lines", lines)
		}
	})
	t.Run("F-09 what no face holds is refused", func(t *testing.T) {
		e := faces()["c4"]
		e.From.Name = strings.Repeat("Довга назва ", 400)
		if err := Envelopes(&bytes.Buffer{}, e, "uk", nil); data.CodeOf(err) != "report.no_room" {
			t.Errorf("error is %v", err)
		}
	})
}

// labelSheet has 24 labels of 70 × 37 mm: those of the addressee, then those of the sender.
func labelSheet(to, from Address) AddressLabels {
	l := AddressLabels{Sheet: LabelSheet{Across: 3, Down: 8, Width: 70, Height: 37, Top: 0.5}}
	for i := range l.Sheet.Places() {
		l.Labels = append(l.Labels, []Address{to, from}[i/12])
	}
	return l
}

func TestAddressLabels(t *testing.T) {
	t.Run("F-09 each of 24 labels is whole and within its cuts", func(t *testing.T) {
		for name, l := range map[string]AddressLabels{"usual": labelSheet(ukTo(), ukFrom()), "long": labelSheet(penTo(), longFrom())} {
			o := open(t, labelsPDF(t, l))
			if o.pages != 1 {
				t.Fatalf("%s: %d pages", name, o.pages)
			}
			for i, a := range l.Labels {
				x, y := l.Sheet.Place(i)
				words := o.within(0, x, y, 70, 37, LabelEdge)
				if name == "long" && a.Short != "" {
					a.Name = a.Short
				}
				for _, want := range append(a.Lines, a.Caption, a.Name, a.Index) {
					if !strings.Contains(words, squeeze(want)) {
						t.Errorf("%s: label %d has no %q: %s", name, i+1, want, words)
					}
				}
			}
			checkOverlap(t, "labels "+name, labelsPDF(t, l))
		}
	})
	t.Run("F-09 the sheet may lie elsewhere, and be of another size", func(t *testing.T) {
		l := AddressLabels{Sheet: LabelSheet{Across: 2, Down: 4, Width: 99.1, Height: 67.7, Left: 4.7, Top: 13}}
		for range 9 {
			l.Labels = append(l.Labels, ukTo())
		}
		o := open(t, labelsPDF(t, l))
		for i := range l.Labels {
			x, y := l.Sheet.Place(i)
			if words := o.within(i/8, x, y, 99.1, 67.7, LabelEdge); !strings.Contains(words, "76018") {
				t.Errorf("label %d has %q", i+1, words)
			}
		}
		if o.pages != 2 {
			t.Errorf("%d pages", o.pages)
		}
	})
	t.Run("F-09 letters stay large enough to be read", func(t *testing.T) {
		for i, g := range open(t, labelsPDF(t, labelSheet(ukTo(), longFrom()))).glyphs(0) {
			if g.text == "Г" && g.bottom-g.top < 1.5 {
				t.Errorf("letter %d is %.1f mm high", i, g.bottom-g.top)
			}
		}
	})
	t.Run("F-09 what no label holds is refused", func(t *testing.T) {
		long := ukTo()
		long.Name = strings.Repeat("Довга назва ", 60)
		if err := AddressLabelSheet(&bytes.Buffer{}, labelSheet(long, ukFrom()), "uk", nil); data.CodeOf(err) != "report.no_room" {
			t.Errorf("error is %v", err)
		}
	})
}

func TestGoldenPost(t *testing.T) {
	for name, e := range faces() {
		checkSound(t, "envelope-"+name, func() []byte { return facePDF(t, e) })
	}
	for name, l := range map[string]AddressLabels{"labels": labelSheet(ukTo(), ukFrom()), "labels-long": labelSheet(penTo(), longFrom())} {
		checkSound(t, name, func() []byte { return labelsPDF(t, l) })
	}
	if x, y := (LabelSheet{Across: 3, Down: 8, Width: 70, Height: 37, Top: 0.5}).Place(25); fmt.Sprint(x, y) != "70 0.5" {
		t.Errorf("label 26 lies at %v, %v", x, y)
	}
}
