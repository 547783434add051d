package papers

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/text"
)

// said is what a reader of a language reads of a finding.
func said(s *Source, language string, f data.Finding) string {
	return text.For(language).With(s.Campaign.Texts[language]).SayOr("rule."+f.Rule, f.Text, f.Args)
}

func TestAFindingIsReadInTheReadersLanguage(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	g := graduateOf(t, s, "a1", "category=school_current", "subjects=ukrainian,history", "attestation=ukrainian", "document_kind=birth_certificate")
	for rule, want := range map[string]map[string]string{
		"attestation_one_of":        {"uk": "Історія України", "ru": "История Украины", "ky": "Украинанын тарыхы", "en": "History of Ukraine"},
		"document_kind_not_allowed": {"uk": "«Особа з неконтрольованої території»", "ru": "«Лицо с неконтролируемой территории»", "en": "“Person from uncontrolled territory”"},
	} {
		at := slices.IndexFunc(g.Findings, func(f data.Finding) bool { return f.Rule == rule })
		if at < 0 {
			t.Fatalf("nothing is found by %s", rule)
		}
		for language, words := range want {
			if sentence := said(s, language, g.Findings[at]); !strings.Contains(sentence, words) {
				t.Errorf("%s in %s: %s", rule, language, sentence)
			}
		}
	}
}

func TestAProposalIsReadInTheReadersLanguage(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	g := graduateOf(t, s, "a1", "settlement=м. Донецьк")
	at := slices.IndexFunc(g.Findings, func(f data.Finding) bool { return f.Rule == "settlement_listed" })
	title := g.Findings[at].Proposal.Title
	if word := text.For("ru").With(s.Campaign.Texts["ru"]).Word(title); word != "Лицо с неконтролируемой территории" {
		t.Errorf("in Russian: %v", word)
	}
	if fmt.Sprint(title) != s.Campaign.Mark("uncontrolled_territory").Title {
		t.Errorf("in the words of the file: %v", title)
	}
}

// An id that the catalogue has too would change a sentence of the program.
func TestTextsOfShippedCampaignsChangeNoSentence(t *testing.T) {
	for _, id := range []string{"zno-2020", "ort-2021"} {
		for language, texts := range sourceOf(t, id).Campaign.Texts {
			catalogue := text.For(language)
			for id := range texts {
				if catalogue.Has(id) && !strings.HasPrefix(id, "field.") {
					t.Errorf("%s stands in the catalogue", id)
				}
			}
		}
	}
}
