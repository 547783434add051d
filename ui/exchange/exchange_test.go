package exchange

import (
	"fmt"
	"testing"

	message "graduand/data/exchange"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// centre are the keys of the centre at which the school of the tests is enrolled.
var centre *message.Identity

// enrolled opens a school of the centre: of its graduates the first three have finished their forms.
func enrolled(t testing.TB, language string) (*frame.Window, *frametest.Files, *Screen) {
	t.Helper()
	w, files := frametest.WithPrepared(t, "ort-2021", language, 6, "enrolled", func(r *registrar.Registrar) {
		centre = desktest.Enrol(t, r, "bishkek-7")
		rows, err := r.Table.List(registrar.Filter{})
		desktest.Must(err)
		for i, row := range rows[:3] {
			fill(t, r, row.Graduate.ID, byte(i))
		}
	})
	w.Go(frame.Route{Screen: frame.Exchange})
	return w, files, screens.Of(w)
}

// fill fills and finishes a form.
func fill(t testing.TB, r *registrar.Registrar, id string, n byte) {
	t.Helper()
	desktest.Set(t, r, id, "sex=f", "birth_date=6.3.2003", "document_kind=passport", "document_series=ID", fmt.Sprintf("document_number=765432%d", n),
		"settlement=село Жаңы-Үмүт", "street=ул. Манаса", "language=ru", "subjects=mathematics,english")
	for i, field := range []string{"passport_front", "passport_back", "face_photo"} {
		desktest.Attach(t, r, id, field, desktest.Picture(t, 10+3*n+byte(i)))
	}
	desktest.LookAt(t, r, id)
	desktest.Must(r.Form.Finish(desktest.Ctx, id))
}

func TestToSend(t *testing.T) {
	w, files, s := enrolled(t, "ru")
	files.ToFolder = t.TempDir()
	for _, r := range s.known.out.Rows {
		t.Log(r.Graduate.FullName(), r.Action, r.Why, r.Files)
	}
	frametest.Shot(t, w, "exchange-send")
	s.MainAction()
	t.Log(frametest.DialogWords(w))
	frametest.Shot(t, w, "exchange-written")
	frametest.Esc(w)
	t.Log(frametest.Visible(w))
	frametest.ChooseAt(s.kinds, messages)
	frametest.Shot(t, w, "exchange-messages")
}
