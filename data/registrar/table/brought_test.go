package table_test

import (
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/table"
)

// counted is somebody with four subjects, two of which count for the school.
func counted(t testing.TB) (r *registrar.Registrar, id string) {
	r = desktest.MustCreate(t, "zno-2020")
	return r, desktest.MustAdd(t, r, "surname=Ґалаґан", "given_name=Їжак", "class=11-Б", "category=school_current",
		"subjects=ukrainian,mathematics,geography,physics", "attestation=ukrainian,mathematics")
}

func TestBroughtAlong(t *testing.T) {
	more := "Ґалаґан attestation: ukrainian,mathematics → ukrainian,mathematics,history"
	brings := "Ґалаґан subjects: ukrainian,mathematics,geography,physics → ukrainian,mathematics,geography,physics,history"
	t.Run("UA-039 a subject that comes to count comes to those that are taken: both are proposed and go back", func(t *testing.T) {
		r, id := counted(t)
		before := desktest.MustFind(t, r, id)
		proposals, err := r.Table.ProposeMany([]string{id}, []table.Many{{Field: "attestation", Value: "ukrainian,mathematics,history", How: table.Put}})
		if err != nil {
			t.Fatal(err)
		}
		same(t, told(proposals), more, brings)
		if proposals[1].With != "attestation" {
			t.Errorf("comes with %q", proposals[1].With)
		}
		if n, err := r.Table.TakeProposed(desktest.Ctx, proposals, ""); err != nil || n != 2 {
			t.Fatalf("took %d, %v", n, err)
		}
		holds(t, r, id, "subjects", "ukrainian,mathematics,geography,physics,history")
		back := []table.Proposed{proposals[0].Back(), proposals[1].Back()}
		if _, err := r.Table.TakeProposed(desktest.Ctx, back, ""); err != nil {
			t.Fatal(err)
		}
		holds(t, r, id, "subjects", before.Get("subjects"))
		holds(t, r, id, "attestation", before.Get("attestation"))
	})
	t.Run("UA-039 one that is taken no more counts no more, and who changes a single graduate hears it", func(t *testing.T) {
		r, id := counted(t)
		p := pasted(t, r, "ukrainian,geography\n", []string{id}, "subjects")
		same(t, told(p.Proposals), "Ґалаґан subjects: ukrainian,mathematics,geography,physics → ukrainian,geography",
			"Ґалаґан attestation: ukrainian,mathematics → ukrainian")
		warnings, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns("subjects=ukrainian,geography"))
		if err != nil || len(warnings) != 1 || warnings[0].Rule != "brought_along" || warnings[0].Field != "attestation" {
			t.Errorf("warned of %+v, %v", warnings, err)
		}
	})
	t.Run("UA-039 what would take the last one that counts is looked at first", func(t *testing.T) {
		r, id := counted(t)
		p := pasted(t, r, "geography\n", []string{id}, "subjects")
		same(t, told(p.Proposals), "Ґалаґан subjects: ukrainian,mathematics,geography,physics → geography doubt proposals.brings_erased",
			"Ґалаґан attestation: ukrainian,mathematics →  doubt proposals.brings_erased")
	})
	t.Run("UA-039 both typed say what comes of both, and one alone is not taken unseen", func(t *testing.T) {
		r, id := counted(t)
		p := pasted(t, r, "ukrainian,geography\tukrainian,history\n", []string{id}, "subjects", "attestation")
		same(t, told(p.Proposals), "Ґалаґан subjects: ukrainian,mathematics,geography,physics → ukrainian,geography,history",
			"Ґалаґан attestation: ukrainian,mathematics → ukrainian,history")
		if _, err := r.Table.TakeProposed(desktest.Ctx, p.Proposals[:1], ""); registrar.CodeOf(err) != "proposals.unseen" {
			t.Errorf("subjects alone: %v", err)
		}
		if n, err := r.Table.TakeProposed(desktest.Ctx, p.Proposals, ""); err != nil || n != 2 {
			t.Errorf("took %d, %v", n, err)
		}
		holds(t, r, id, "subjects", "ukrainian,geography,history")
		holds(t, r, id, "attestation", "ukrainian,history")
	})
	t.Run("UA-039 nothing that was proposed comes out otherwise", func(t *testing.T) {
		r, id := counted(t)
		changes := []table.Many{{Field: "subjects", Value: "ukrainian,geography", How: table.Put}, {Field: "attestation", Value: "ukrainian,mathematics", How: table.Put}}
		proposals, err := r.Table.ProposeMany([]string{id}, changes)
		if err != nil {
			t.Fatal(err)
		}
		same(t, told(proposals), "Ґалаґан subjects: ukrainian,mathematics,geography,physics → ukrainian,geography,mathematics",
			"Ґалаґан attestation: ukrainian,mathematics → ukrainian,mathematics")
		if _, err := r.Table.ChangeMany(desktest.Ctx, []string{id}, changes); err != nil {
			t.Fatal(err)
		}
		for _, p := range proposals {
			holds(t, r, id, p.Field, p.After)
		}
	})
}

func holds(t testing.TB, r *registrar.Registrar, id, field, want string) {
	t.Helper()
	if got := desktest.MustFind(t, r, id).Get(field); got != want {
		t.Errorf("%s is %q, want %q", field, got, want)
	}
}
