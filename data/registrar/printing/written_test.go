package printing_test

import (
	"bytes"
	"path/filepath"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
	"graduand/data/registry"
)

// Design §9, KG-013: the covering sheet of a message is about what was sent, and is printed again as it
// was.
func TestCoveringSheet(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	desktest.ChooseCentre(t, r)
	job, path := printing.Job{Document: printing.Message}, filepath.Join(t.TempDir(), "sheet.pdf")
	save := func(job printing.Job) ([]byte, error) {
		_, err := r.Printing.Save(desktest.Ctx, path, job)
		if err != nil {
			return nil, err
		}
		return desktest.MustRead(t, path), nil
	}
	_, err := save(job)
	desktest.WantCode(t, "nobody has enrolled the school", err, "print.no_message")
	m := desktest.Wrote(t, r)
	latest, err := save(job)
	desktest.Must(err)
	named, err := save(printing.Job{Document: printing.Message, Messages: []string{m.ID}})
	if desktest.Must(err); !bytes.Equal(latest, named) {
		t.Error("the message that waits is not the one that was sent")
	}
	_, err = save(printing.Job{Document: printing.Message, Messages: []string{"another"}})
	desktest.WantCode(t, "no such message", err, "print.no_message")

	events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventPrinted})
	school := r.School()
	school.HeadName = "І. І. Інша"
	desktest.Must(r.Season.ChangeSchool(desktest.Ctx, school))
	again, err := save(printing.Job{Again: events[len(events)-1].Seq, Document: printing.Message})
	if desktest.Must(err); !bytes.Equal(again, named) {
		t.Error("F-20 it is printed again otherwise")
	}
	if events[0].Graduates != nil || events[0].To == "" {
		t.Errorf("KG-013 the history has %+v", events[0])
	}
}
