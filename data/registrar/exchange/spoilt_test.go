package exchange_test

import (
	"os"
	"path/filepath"
	"testing"

	"graduand/data"
	"graduand/data/exchange/exchangetest"
	"graduand/data/registrar/desktest"
)

// Design §9, F-05: a message that is spoilt in any way is refused by its code, and nothing is written.
func TestLookRefusesEverySpoiltMessage(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	pupil(t, r, "1234567")
	centre := desktest.Enrol(t, r, "kharkiv-7")
	school := opened(t, export(t, r).Paths[0], centre).From
	good := exchangetest.New(centre, school)
	folder, events := t.TempDir(), desktest.Events(t, r)
	look := func(content []byte) error {
		path := filepath.Join(folder, "message.zip.age")
		desktest.Must(os.WriteFile(path, content, 0o600))
		_, err := r.Exchange.Look(desktest.Ctx, path)
		return err
	}
	if err := look(good.File); data.CodeOf(err) != "exchange.other_message" {
		t.Errorf("entries from the centre: %v", err)
	}
	for _, f := range exchangetest.Faults() {
		t.Run(f.Name, func(t *testing.T) {
			if err := look(good.Spoilt(&f)); data.CodeOf(err) != f.Code {
				t.Errorf("%v, want %s", err, f.Code)
			}
		})
	}
	if after := desktest.Events(t, r); after != events {
		t.Errorf("%d events, were %d", after, events)
	}
}
