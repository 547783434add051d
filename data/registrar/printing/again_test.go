package printing_test

import (
	"bytes"
	"path/filepath"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
	"graduand/data/registry"
)

// F-20: what was printed is printed again as it was, to the byte, whatever was changed since; the
// history tells it, the form does not.
func TestWhatWasPrintedIsPrintedAgainAsItWas(t *testing.T) {
	now := time.Date(2020, 2, 10, 10, 0, 0, 0, time.UTC)
	o := desktest.Options()
	o.Now = func() time.Time { return now }
	r := desktest.MustCreateWith(t, "zno-2020", o)
	desktest.Must(r.Season.ChangeSchool(desktest.Ctx, data.School{Name: "Ліцей № 7", InstitutionType: "general", Centre: "kharkiv", HeadName: "О. І. Коваль"}))
	id := desktest.MustAdd(t, r, append(desktest.ZnoValues, "class=11-А", "card_number=1234567")...)
	other := desktest.MustAdd(t, r, "surname=Дуб", "given_name=Олег", "class=11-А", "card_number=1234568", "category=school_current",
		"subjects=ukrainian,mathematics,history", "attestation=ukrainian,mathematics,history")
	desktest.Attach(t, r, id, "face_photo", desktest.GoodPortrait())
	desktest.Must(r.Season.SetLetterheadImage(desktest.Ctx, desktest.LetterheadImage()))
	folder := t.TempDir()
	save := func(name string, job printing.Job) ([]byte, error) {
		path := filepath.Join(folder, name)
		if _, err := r.Printing.Save(desktest.Ctx, path, job); err != nil {
			return nil, err
		}
		return desktest.MustRead(t, path), nil
	}
	last := func() registrar.Event {
		events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventPrinted})
		return events[len(events)-1]
	}
	type printed struct {
		name    string
		seq     int64
		content []byte
	}
	var all []printed
	for name, job := range map[string]printing.Job{
		"cards.pdf":  {Document: printing.Card, Class: "11-А"},
		"final.pdf":  {Document: printing.List, Final: true, OutgoingDate: "10.02.2020", OutgoingNumber: "01-12/7"},
		"list.xlsx":  {Document: printing.List, Only: []string{other}},
		"sheet.pdf":  {Document: printing.Sheet, Language: "en"},
		"photos.pdf": {Document: printing.Photos},
	} {
		content, err := save(name, job)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		all = append(all, printed{name, last().Seq, content})
	}
	desktest.Must(r.Season.ChangeSchool(desktest.Ctx, data.School{Name: "Гімназія № 8", InstitutionType: "vocational", Centre: "kyiv"}))
	desktest.Must(r.Season.SetLetterheadText(desktest.Ctx, "Гімназія № 8"))
	desktest.Set(t, r, id, "surname=Інша", "class=11-Б")
	desktest.Set(t, r, other, "card_number=")
	desktest.Must(r.Table.Remove(desktest.Ctx, []string{other}, "вибув"))
	now = now.AddDate(0, 1, 0)
	for _, p := range all {
		t.Run(p.name, func(t *testing.T) {
			again, err := save("again-"+p.name, printing.Job{Again: p.seq})
			if err != nil || !bytes.Equal(again, p.content) {
				t.Errorf("F-20 other bytes, %v", err)
			}
			noted := last()
			if noted.Print.Again != p.seq || noted.Seq == p.seq {
				t.Errorf("F-05 the history tells of %+v", noted.Print)
			}
			if third, err := save("third-"+p.name, printing.Job{Again: noted.Seq}); err != nil || !bytes.Equal(third, p.content) {
				t.Errorf("what was printed again, printed again, is other: %v", err)
			}
		})
	}
	t.Run("on a printer too, and before the eyes", func(t *testing.T) {
		for _, p := range all {
			if filepath.Ext(p.name) != ".pdf" {
				continue
			}
			pc := office()
			_, err := r.Printing.Print(desktest.Ctx, pc, printing.Job{Again: p.seq}, printing.Sheets{})
			var seen bytes.Buffer
			_, drawn := r.Printing.Draw(&seen, registrar.FormatPDF, printing.Job{Again: p.seq})
			if err != nil || drawn != nil || !bytes.Equal(pc.Jobs()[0].Pages, p.content) || !bytes.Equal(seen.Bytes(), p.content) {
				t.Errorf("%s: %v, %v", p.name, err, drawn)
			}
		}
	})
	t.Run("a card as it was says nothing of one as it is", func(t *testing.T) {
		_, err := save("now.pdf", printing.Job{Document: printing.Card, Only: []string{id}})
		desktest.Must(err)
		for _, p := range all {
			if p.name == "cards.pdf" {
				_, err = save("then.pdf", printing.Job{Again: p.seq})
				desktest.Must(err)
			}
		}
		if row, err := r.Table.Find(id); err != nil || row.Card != data.CardPrinted {
			t.Errorf("the card is %s, %v", row.Card, err)
		}
	})
	t.Run("in its own format alone", func(t *testing.T) {
		for _, p := range all {
			if p.name == "list.xlsx" {
				_, err := save("list.pdf", printing.Job{Again: p.seq})
				desktest.WantCode(t, "a workbook as PDF", err, "print.unknown_format")
			}
		}
	})
	t.Run("an entry that is none", func(t *testing.T) {
		for _, seq := range []int64{1, 9999} {
			_, err := save("none.pdf", printing.Job{Again: seq})
			desktest.WantCode(t, "none", err, "print.no_entry")
		}
	})
	t.Run("F-16 gone with the erasure of one who is in it", func(t *testing.T) {
		_, err := r.Season.Erase(desktest.Ctx, []string{other}, "прохання")
		desktest.Must(err)
		for _, p := range all {
			_, err := save("gone-"+p.name, printing.Job{Again: p.seq})
			if p.name == "photos.pdf" {
				desktest.Must(err)
				continue
			}
			desktest.WantCode(t, p.name, err, "print.again_erased")
		}
	})
}
