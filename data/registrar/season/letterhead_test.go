package season_test

import (
	"bytes"
	"image/jpeg"
	"path/filepath"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
)

func TestLetterhead(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	desktest.MustAdd(t, r, "surname=Сорока", "category=school_current")
	t.Run("UA-120 an image is written anew, as wide as the page or as a stamp, over white", func(t *testing.T) {
		for width, want := range map[int][2]float64{1700: {170, 30}, 400: {70, 52.5}} {
			desktest.Must(r.Season.SetLetterheadImage(desktest.Ctx, desktest.Image(width, map[int]int{1700: 300, 400: 300}[width])))
			head := r.Season.Letterhead()
			if head.Width != want[0] || head.Height != want[1] || head.Lines != nil {
				t.Errorf("%d pixels: %.1f × %.1f mm", width, head.Width, head.Height)
			}
			p, err := jpeg.Decode(bytes.NewReader(head.Image))
			if err != nil {
				t.Fatal(err)
			}
			if red, _, _, _ := p.At(1, 1).RGBA(); red < 0xf000 {
				t.Errorf("clear ground is %x", red)
			}
		}
	})
	t.Run("UA-120 what is no letterhead is refused, and the one before stays", func(t *testing.T) {
		before := r.Season.Letterhead()
		for code, content := range map[string][]byte{
			"letterhead.upright": desktest.Image(1000, 1400), "letterhead.coarse": desktest.Image(300, 60), "attachment.not_picture": []byte("no picture"),
		} {
			err := r.Season.SetLetterheadImage(desktest.Ctx, content)
			if got := data.CodeOf(err); got != code && !(strings.HasPrefix(code, "attachment.") && strings.HasPrefix(got, "attachment.")) {
				t.Errorf("got %v, want %s", err, code)
			}
		}
		if err := r.Season.SetLetterheadText(desktest.Ctx, strings.Repeat("рядок\n", data.MaximumLetterheadLines+1)); data.CodeOf(err) != "letterhead.too_many" {
			t.Errorf("got %v", err)
		}
		if err := r.Season.SetLetterheadText(desktest.Ctx, "знак \u202e"); data.CodeOf(err) != "value.bad_letters" {
			t.Errorf("got %v", err)
		}
		if got := r.Season.Letterhead(); !bytes.Equal(got.Image, before.Image) {
			t.Error("the one before is gone")
		}
	})
	t.Run("UA-120 lines take its place, stand on the list, and none takes them away", func(t *testing.T) {
		draw := func() []byte {
			var b bytes.Buffer
			_, err := r.Printing.Draw(&b, printing.FormatPDF, printing.Job{Document: printing.List})
			desktest.Must(err)
			return b.Bytes()
		}
		desktest.Must(r.Season.SetLetterheadText(desktest.Ctx, ""))
		none := draw()
		desktest.Must(r.Season.SetLetterheadText(desktest.Ctx, "  УКРАЇНА \r\n\nТихоозерський  ліцей\n"))
		if got := r.Season.Letterhead(); len(got.Image) != 0 || strings.Join(got.Lines, "|") != "УКРАЇНА|Тихоозерський ліцей" {
			t.Errorf("%+v", got)
		}
		if bytes.Equal(draw(), none) {
			t.Error("the list is as without")
		}
		desktest.Must(r.Season.SetLetterheadText(desktest.Ctx, ""))
		if !bytes.Equal(draw(), none) {
			t.Error("it is not gone from the list")
		}
	})
	t.Run("F-05 it is there again when the registry is opened, and noted in the history", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "x.graduand")
		c, err := registrar.Campaign("zno-2020", nil)
		desktest.Must(err)
		first, err := registrar.Create(desktest.Ctx, path, c, data.School{Name: "Ліцей"}, registrar.Founder{Name: "tester"}, desktest.Options())
		desktest.Must(err)
		desktest.Must(first.Season.SetLetterheadImage(desktest.Ctx, desktest.LetterheadImage()))
		want := first.Season.Letterhead()
		desktest.Must(first.Close())
		again, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, desktest.Options())
		desktest.Must(err)
		t.Cleanup(func() { again.Close() })
		if got := again.Season.Letterhead(); !bytes.Equal(got.Image, want.Image) || got.Width != want.Width {
			t.Errorf("it is %.1f × %.1f mm", got.Width, got.Height)
		}
	})
}
