package printing

import (
	"bytes"
	"context"
	"io"
	"path/filepath"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/papers"
	"graduand/data/registrar/season"
	"graduand/data/registrar/table"
	"graduand/data/registry"
)

var ctx = context.Background()

// open makes a registry of a campaign with the desk of its papers.
func open(t *testing.T, id string) (*registry.Registry, *Desk) {
	t.Helper()
	c, err := campaign.Builtin(id, registry.Program)
	if err != nil {
		t.Fatal(err)
	}
	key, err := registry.NewSchoolKey(bytes.NewReader(make([]byte, 1024)))
	if err != nil {
		t.Fatal(err)
	}
	noon := time.Date(2020, 2, 10, 12, 0, 0, 0, time.UTC)
	r, err := registry.Create(ctx, filepath.Join(t.TempDir(), "school.graduand"), c, data.School{Name: "Ліцей"},
		registry.Founder{Name: "Tester"}, registry.Options{Key: key, Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r, New(r, nil)
}

func TestWhatIsPrintedIsOfOneMoment(t *testing.T) {
	r, d := open(t, "zno-2020")
	graduates := table.New(r)
	id, err := graduates.Add(ctx, []registry.Assign{{Field: "surname", Value: "Сорока"}, {Field: "class", Value: "11-А"}, {Field: "street", Value: "вул. Лісова"}}, false)
	if err != nil {
		t.Fatal(err)
	}
	for _, document := range d.Documents()[:5] {
		if document == Register {
			continue
		}
		job := Job{Document: document, Format: papers.FormatPDF}
		var before, after bytes.Buffer
		o, err := registry.Read(r, registry.RightLook, func(v *registry.View) (*order, error) { return ordered(ctx, v, job) })
		if err != nil {
			t.Fatal(err)
		}
		print := func(w io.Writer, print func(io.Writer) (Printed, error)) {
			t.Helper()
			if _, err := print(w); err != nil {
				t.Fatal(err)
			}
		}
		print(&before, func(w io.Writer) (Printed, error) { return d.Draw(w, papers.FormatPDF, job) })
		_, changed := graduates.Change(ctx, id, []registry.Assign{{Field: "surname", Value: "Яструб" + document}, {Field: "street"}, {Field: "subjects"}})
		renamed := season.New(r).ChangeSchool(ctx, data.School{Name: "Гімназія " + document})
		if changed != nil || renamed != nil {
			t.Fatal(changed, renamed)
		}
		print(&after, o.print)
		if !bytes.Equal(before.Bytes(), after.Bytes()) {
			t.Errorf("%s shows what was changed after it was begun", document)
		}
	}
}
