package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/imaging/imagingtest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// KG-055, KG-070: whatever the size of letters, the picture is seen at a size at which a face is known,
// and whose it is can be read beside it; in the smallest window too.
func TestPhotosHaveTheirRoomWithLargeLetters(t *testing.T) {
	least := map[int]float32{100: 150, 130: 140, 150: 70}
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		grey := imagingtest.Person{Person: imagingtest.Somebody().Sized(480)}
		grey.Grey = true
		face := grey.JPEG(t)
		w, _ := frametest.WithPrepared(t, campaign, "uk", 12, "room", func(r *registrar.Registrar) { withPassport(r, face) })
		for _, language := range []string{"uk", "ru", "ky", "en"} {
			for scale, wide := range least {
				w.Settings.Language, w.Settings.Scale = language, scale
				w.Anew()
				w.Go(frame.Route{Screen: frame.Photo})
				for _, size := range frametest.WindowSizes {
					w.Fyne().Resize(size.AddWidthHeight(1, 1))
					w.Fyne().Resize(size)
					look := fmt.Sprintf("photos-%s-%s-%d-%.0f", campaign, language, scale, size.Width)
					frametest.Shot(t, w, look)
					frametest.Fits(t, look, frametest.PageIn(w), w.Canvas().Size(), fyne.NewPos(0, 0), true)
					if got := widestPicture(w); got < wide {
						t.Errorf("%s: the picture is %.0f wide", look, got)
					}
					if cut := cutSurnames(t, w); len(cut) > 0 {
						t.Errorf("%s: cut are %v", look, cut)
					}
				}
			}
		}
	}
}

// withPassport gives the first one a photo that blocks, and where passports go as files both sides.
func withPassport(r *registrar.Registrar, face []byte) {
	rows, err := r.Table.List(registrar.Filter{})
	desktest.Must(err)
	id, files := rows[0].Graduate.ID, map[string][]byte{"face_photo": face}
	if r.Campaign().Field("passport_back") != nil {
		files["passport_front"], files["passport_back"] = desktest.CardFront(), desktest.CardBack()
	}
	for _, place := range []string{"face_photo", "passport_front", "passport_back"} {
		if files[place] != nil {
			desktest.Must(r.Form.Attach(desktest.Ctx, id, place, place+".jpg", files[place]))
		}
	}
}

// widestPicture is how wide the widest picture of the page is drawn, of those that are higher than wide.
func widestPicture(w *frame.Window) (wide float32) {
	for _, picture := range frametest.FindAll[*canvas.Image](frametest.PageIn(w)) {
		if of := picture.Image; of != nil && picture.Visible() {
			size := picture.Size()
			wide = max(wide, min(size.Width, size.Height*float32(of.Bounds().Dx())/float32(of.Bounds().Dy())))
		}
	}
	return wide
}

// cutSurnames are those of the people in the table of which not even the surname is seen whole.
func cutSurnames(t *testing.T, w *frame.Window) (cut []string) {
	table := frametest.ListIn(t, w)
	seen := frametest.TextsOf(table)
	for _, row := range table.Rows()[:4] {
		surname, _, _ := strings.Cut(frametest.GraduateOf(t, w, row.Key).FullName(), " ")
		if !slices.ContainsFunc(seen, func(text *canvas.Text) bool { return strings.HasPrefix(text.Text, surname) }) {
			cut = append(cut, surname)
		}
	}
	return cut
}
