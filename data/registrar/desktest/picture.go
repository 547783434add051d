package desktest

import (
	"encoding/json"
	"image"
	"image/draw"
	"sync"
	"testing"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registrar"
	"graduand/data/registry"
	"graduand/imaging/drawing"
	"graduand/imaging/mrz"
)

// Portrait is a photo of an invented person that the judge finds nothing in; each shirt makes
// another person's.
func Portrait(shirt uint8) []byte {
	p := drawing.Somebody()
	p.Shirt.R = shirt
	return drawing.JPEG(p.Draw())
}

// GoodPortrait is one of them, drawn once.
var GoodPortrait = sync.OnceValue(func() []byte { return Portrait(60) })

// Holder is who the drawn cards are made out to.
var Holder = mrz.Zone{DocumentNumber: "ID1234567", Surname: "ASANOVA", GivenNames: "AIGUL", BirthDate: "2003-03-05", ExpiryDate: "2031-08-12",
	Sex: "f", Country: "KGZ", Nationality: "KGZ"}

// CardFront and CardBack are the sides of an identity card that the judge finds nothing in.
var (
	CardFront = sync.OnceValue(func() []byte {
		card := drawing.Tinted(card().Draw(drawing.OCRB(), nil))
		holder := drawing.Somebody().Sized(330).Draw()
		draw.Draw(card, holder.Rect.Add(image.Pt(240, 380)), holder, image.Point{}, draw.Src)
		return drawing.JPEG(card)
	})
	CardBack = sync.OnceValue(func() []byte { return drawing.JPEG(drawing.Tinted(card().Draw(drawing.OCRB(), mrz.Card(Holder)))) })
)

// LookAt lets pass whatever blocks a picture of a graduate and answers what is asked about
// each, all at once, as no person can: most tests are not about pictures.
func LookAt(t testing.TB, r *registrar.Registrar, id string) {
	t.Helper()
	err := r.Write(Ctx, registry.RightRegister, registry.Signals{registry.GraduatesChanged}, func(w *registry.Edit) error {
		before, err := w.Active(id)
		if err != nil {
			return err
		}
		g := before.Clone()
		for _, a := range w.Campaign().Attached(g) {
			if f := w.Campaign().Field(a.Field); f != nil {
				lookAt(w, g, f, a.ID)
			}
		}
		return w.Fill(before, g)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Forget leaves the pictures of a graduate as a program has left them that judged none.
func Forget(t testing.TB, r *registrar.Registrar, id string) {
	t.Helper()
	Must(r.Write(Ctx, registry.RightRegister, nil, func(w *registry.Edit) error {
		before, err := w.Active(id)
		if err != nil {
			return err
		}
		g := before.Clone()
		g.Pictures = nil
		return w.Replace(g, registry.EventChanged, registry.EventBody{Changes: registry.Difference(before, g)})
	}))
}

func lookAt(w *registry.Edit, g *data.Graduate, f *campaign.Field, file string) {
	said := func(part, of string, fact data.Fact) {
		text, err := json.Marshal(fact)
		Must(err)
		g.Set(data.PictureField(file, part, of), string(text))
	}
	for _, b := range campaign.Blocked(g.Pictures[file]) {
		fact := w.Signed(data.FactOverridden, "так сказал центр")
		fact.Of, fact.Seen = b.Rule, b.Seen()
		said(data.PartOverridden, b.Rule, fact)
	}
	for _, q := range w.Campaign().PictureQuestions(f.PictureOf(), g.Pictures[file]) {
		fact := w.Signed(data.FactConfirmed, "")
		fact.Of, fact.Seen = q.Code, q.Seen
		said(data.PartConfirmed, q.Code, fact)
	}
}

// Paper is a scan of another document, in which the judge finds nothing; it differs with its
// seed.
func Paper(seed int) []byte {
	scene := card()
	scene.Seed = seed
	return drawing.JPEG(scene.Draw(drawing.OCRB(), nil))
}

// BlackPaper is Paper printed in black, as a receipt is.
func BlackPaper(seed int) []byte {
	scene := card()
	scene.Seed = seed
	colours := scene.Draw(drawing.OCRB(), nil)
	grey := image.NewGray(colours.Bounds())
	draw.Draw(grey, grey.Rect, colours, colours.Bounds().Min, draw.Src)
	return drawing.JPEG(grey)
}

func card() drawing.Scene {
	return drawing.Scene{Width: 1600, Height: 1200, Share: 0.8, Blur: 0.6, Seed: 1}
}
