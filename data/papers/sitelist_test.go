package papers

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"

	"graduand/data"
)

// Who is on the centre's site is a paper of its own, where the site is the place of record.
func TestWhoIsOnTheSite(t *testing.T) {
	s := sourceOf(t, "ort-2021")
	there, not, since := graduateOf(t, s, "a", "surname=Асанова"), graduateOf(t, s, "b", "surname=Бекова"), graduateOf(t, s, "c", "surname=Сабирова")
	for _, g := range []Graduate{there, since} {
		g.Current().Facts = append(g.Current().Facts, data.Fact{Kind: data.FactEntered, On: "2021-02-10", By: "Үмүтова А."})
	}
	since.Findings = []data.Finding{{Rule: "changed_since_entered"}}
	var states []data.SiteState
	for _, row := range s.SiteList([]Graduate{there, not, since}).Rows {
		states = append(states, row.State)
	}
	if !slices.Equal(states, []data.SiteState{data.SiteEntered, data.SiteMissing, data.SiteChanged}) {
		t.Errorf("KG-013 %v", states)
	}
	var b bytes.Buffer
	if _, err := s.Print(&b, Job{Document: OnSite, Format: FormatPDF}, []Graduate{there, not, since}); err != nil || !strings.HasPrefix(b.String(), "%PDF") {
		t.Errorf("KG-013 %v", err)
	}
	if d := DocumentOf(sourceOf(t, "zno-2020").Campaign, OnSite); d.write != nil {
		t.Error("KG-013 the paper campaign has it too")
	}
}

// The school's papers speak the language that is asked for; what is found and typed at the
// centre's site stays in its own words, or nobody would find it there.
func TestPapersOfTheSiteInAnotherLanguage(t *testing.T) {
	s := sourceOf(t, "ort-2021")
	g := graduateOf(t, s, "a", "surname=Асанова", "given_name=Айгүл", "sex=female")
	for _, code := range []string{Site, OnSite, Missing, Payments, Sheet} {
		var own, other bytes.Buffer
		for language, w := range map[string]*bytes.Buffer{"": &own, "ky": &other} {
			if _, err := s.Print(w, Job{Document: code, Format: FormatPDF, Language: language}, []Graduate{g}); err != nil {
				t.Fatal(err)
			}
		}
		if bytes.Equal(own.Bytes(), other.Bytes()) || !DocumentOf(s.Campaign, code).Languages {
			t.Errorf("KG-013 %s speaks one language", code)
		}
	}
	ky, err := s.In("ky")
	if err != nil {
		t.Fatal(err)
	}
	own, err := s.SiteSheet(g, s)
	if err != nil {
		t.Fatal(err)
	}
	other, err := s.SiteSheet(g, ky)
	if err != nil || !reflect.DeepEqual(own.Pages, other.Pages) || own.Class == other.Class {
		t.Errorf("KG-013 %v: %+v and %+v", err, own, other)
	}
}
