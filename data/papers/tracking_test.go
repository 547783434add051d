package papers

import (
	"strings"
	"testing"

	"graduand/data"
)

func TestTrackingHasTheNumberAndThePages(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	slip := s.Tracking(graduateOf(t, s, "a", "surname=Ґалаґан", "card_number=0104735"))
	if slip.Number != "0104735" || slip.Address != "https://testportal.gov.ua" || slip.Days != 10 || slip.Posted != "" {
		t.Errorf("UA-150 UA-153 %+v", slip)
	}
	if len(slip.Carriers) != 2 || slip.Carriers[0].Page != "https://track.ukrposhta.ua/tracking_UA.html" || slip.Carriers[1].Page != "https://novaposhta.ua/tracking/" {
		t.Errorf("UA-157 %+v", slip.Carriers)
	}
	own := graduateOf(t, s, "c", "surname=Дуб", "card_number=0104736", "marks=exempt")
	own.Current().Facts = append(own.Current().Facts, data.Fact{Kind: data.FactSent, On: "2020-02-10", Seen: "novaposhta", Note: "20450012345678"})
	if slip := s.Tracking(own); slip.Posted != "20450012345678" || len(slip.Carriers) != 1 || slip.Carriers[0].Title != "Нова пошта" {
		t.Errorf("UA-157 UA-064 an own letter with its number and its carrier: %+v", slip)
	}
	posted := graduateOf(t, s, "d", "surname=Сорока", "card_number=0104737")
	posted.SetFact(data.Fact{Kind: data.FactListed, Seen: "l"})
	for carrier, want := range map[string]string{"ukrposhta": "RB123456785UA Укрпошта ", "courier": "", "": "Укрпошта Нова пошта "} {
		p := &data.Package{Lists: []string{"k", "l"}, Operator: carrier}
		if carrier == "ukrposhta" {
			p.Tracking = "RB123456785UA"
		}
		s.Sent = &Sent{Packages: []*data.Package{{Lists: []string{"m"}, Tracking: "RB000000005UA"}, p}}
		slip := s.Tracking(posted)
		said := slip.Posted + " "
		for _, c := range slip.Carriers {
			said += c.Title + " "
		}
		if strings.TrimLeft(said, " ") != want {
			t.Errorf("UA-157 of a package that %q carries: %q, want %q", carrier, said, want)
		}
	}
	if draft := s.Tracking(graduateOf(t, s, "b", "surname=Дуб")); draft.Number != "" {
		t.Errorf("UA-027 a draft number is looked up: %q", draft.Number)
	}
}
