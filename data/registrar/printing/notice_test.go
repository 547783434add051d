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

// F-20 UA-066: a blank notice is printed again as blank as it was.
func TestABlankNoticeIsPrintedAgain(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	desktest.MustAdd(t, r, "surname=Бондар", "given_name=Олена", "class=11-А")
	first, second := filepath.Join(t.TempDir(), "a.pdf"), filepath.Join(t.TempDir(), "b.pdf")
	_, err := r.Printing.Save(desktest.Ctx, first, printing.Job{Document: printing.Privacy, Blank: true})
	desktest.Must(err)
	events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventPrinted})
	if len(events) != 1 || len(events[0].Graduates) > 0 {
		t.Fatalf("%+v", events)
	}
	_, err = r.Printing.Save(desktest.Ctx, second, printing.Job{Again: events[0].Seq})
	desktest.Must(err)
	if !bytes.Equal(desktest.MustRead(t, first), desktest.MustRead(t, second)) {
		t.Error("it is another one")
	}
}
