package papers

import (
	"io"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/campaign"
)

// covered is a school in the campaign with the covering letter switched on in its file.
func covered(t *testing.T) *Source {
	t.Helper()
	s := sourceOf(t, "zno-2020")
	source := strings.Replace(string(s.Campaign.Source()), "[cover]\nenabled = false", "[cover]\nenabled = true", 1)
	c, err := campaign.Load([]byte(source), "1.0")
	if err != nil {
		t.Fatal(err)
	}
	s.Campaign = c
	return s
}

func TestCoveringLetter(t *testing.T) {
	t.Run("F-09 the list on the letterhead is the letter, so there is none", func(t *testing.T) {
		if slices.Contains(codes(Documents(sourceOf(t, "zno-2020").Campaign)), Cover) {
			t.Error("it is offered")
		}
	})
	s := covered(t)
	on := []Graduate{
		graduateOf(t, s, "a", "surname=Сорока", "category=school_current", "card_number=7654321"),
		graduateOf(t, s, "b", "surname=Їжак", "category=school_current", "card_number=7654322", "marks=language_needs"),
	}
	exempt := graduateOf(t, s, "c", "surname=Дуб", "category=school_current", "marks=exempt")
	t.Run("F-09 it counts the kits of its list and names what goes along", func(t *testing.T) {
		l := s.Cover(on, "2020-02-28", "01-15/37")
		if !slices.Contains(l.Enclosures, "Комплекти реєстраційних документів у кількості 2") || l.Enclosures[len(l.Enclosures)-1] != "Реєстр мов навчання" ||
			l.Date != "28.02.2020" || l.Number != "01-15/37" || l.Addressee[0] != "Харківський" || !strings.Contains(l.Body[0], "2020") {
			t.Errorf("%+v", l)
		}
		if l := s.Cover(on[:1], "", ""); slices.Contains(l.Enclosures, "Реєстр мов навчання") {
			t.Errorf("nobody stands in the register: %q", l.Enclosures)
		}
	})
	t.Run("UA-134 it is for those on the list", func(t *testing.T) {
		printed, err := s.Print(io.Discard, Job{Document: Cover, Format: FormatPDF}, append(on, exempt))
		if err != nil || printed.Graduates != 2 || len(printed.Left) != 1 || !printed.Worded {
			t.Errorf("%+v, %v", printed, err)
		}
	})
	t.Run("UA-118 a final one is refused where the list is", func(t *testing.T) {
		job := Job{Document: Cover, Format: FormatPDF, Final: true}
		if _, err := s.Print(io.Discard, job, []Graduate{graduateOf(t, s, "d", "surname=Бук", "category=school_current")}); data.CodeOf(err) != "print.final_needs_numbers" {
			t.Errorf("error is %v", err)
		}
	})
}
