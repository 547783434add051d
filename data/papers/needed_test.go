package papers

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/text"
)

// TestAPaperThatNobodyNeedsTellsWhoWould: a refusal alone does not say which field or mark of
// the form makes the paper needed.
func TestAPaperThatNobodyNeedsTellsWhoWould(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	for _, want := range []struct{ document, field, answer string }{
		{"additional_application", "additional_reason", "навчаються за кордоном"},
		{"school_certificate", "document_kind", "Довідка із закладу освіти з фотокарткою"},
		{"study_certificate", "marks", "Звільнений (звільнена) від ДПА"},
		{"language_application", "category", "Випускник минулих років"},
	} {
		d := s.Campaign.KitDocument(want.document)
		whom := s.Campaign.Asked(d.Letter.When, d.Needed)
		for _, language := range text.Languages() {
			said := fmt.Sprint(text.For(language).Word(whom))
			if field := data.Capital(text.For(language).Say("field."+want.field, nil)); !strings.Contains(said, field) || !strings.Contains(said, want.answer) || strings.Contains(said, "campaign.") {
				t.Errorf("%s of %s: %s", language, want.document, said)
			}
			if strings.Count(said, "Студент закладу вищої освіти") > 1 {
				t.Errorf("%s of %s tells one thing twice: %s", language, want.document, said)
			}
		}
		_, err := s.whoNeeds(d, []Graduate{graduateOf(t, s, "a", "surname=Сорока", "category=school_current")})
		var refused *data.Error
		if !errors.As(err, &refused) {
			t.Fatalf("%s: %v", want.document, err)
		}
		if said := text.For("uk").Say(refused.Code, refused.Args); !strings.Contains(said, "Він потрібен тим") || !strings.Contains(said, want.answer) {
			t.Error(said)
		}
	}
}

// Who would need it is a short list, no formula: what is asked together stands on lines of its own.
func TestWhoNeedsAPaperIsAList(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	d := s.Campaign.KitDocument("study_certificate")
	said := text.For("uk").Say("print.nobody_needs", data.Args{"document": d.Wording(), "whom": s.Campaign.Asked(d.Letter.When, d.Needed)})
	lines := strings.Split(said, "\n• ")
	if len(lines) < 3 || strings.ContainsAny(strings.Join(lines[1:], ""), "—") || strings.Contains(said, "і (") || !strings.Contains(said, " або у полі «Позначки» вибрано") {
		t.Errorf("%s", said)
	}
}
