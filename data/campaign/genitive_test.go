package campaign

import (
	"slices"
	"testing"

	"graduand/data"
)

// genitiveOf is a graduate of the campaign that has the field.
func genitiveOf(t *testing.T, surname string, sex data.Sex) (*Campaign, *data.Graduate) {
	t.Helper()
	c := builtin(t, "zno-2020")
	g := c.Blank("a1")
	g.Surname, g.GivenName, g.Sex = surname, "Ім’я", sex
	return c, g
}

// write sets the genitive by hand, as the registry does: with the surname that it is of.
func write(c *Campaign, g *data.Graduate, genitive string) {
	g.Set(c.GenitiveField().Code, genitive)
	g.SetFact(data.Fact{Kind: data.FactDeclined, On: "2020-02-10", Seen: g.Surname})
}

// doubts are the rules about the genitive that the check finds, with what is proposed.
func doubts(t *testing.T, c *Campaign, g *data.Graduate) (found []data.Finding) {
	t.Helper()
	all, err := c.Check(g, nil, "2020-02-10")
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(all, func(f data.Finding) bool { return f.Rule != RuleGenitiveFormer && f.Rule != RuleGenitiveUnsure })
}

func TestGenitiveOfAGraduate(t *testing.T) {
	t.Run("F-11 the proposal, about which nobody is asked", func(t *testing.T) {
		c, g := genitiveOf(t, "Шевченко", data.Male)
		if x := c.Genitive(g); x.Text != "Шевченка" || !x.Certain || x.Written != "" {
			t.Errorf("%+v", x)
		}
		if found := doubts(t, c, g); len(found) > 0 {
			t.Errorf("asked: %+v", found)
		}
	})
	t.Run("F-11 what is written by hand, until it is emptied", func(t *testing.T) {
		c, g := genitiveOf(t, "Кисіль", data.Male)
		write(c, g, "Кисіля")
		if x := c.Genitive(g); x.Text != "Кисіля" || !x.Certain || x.Proposed != "Киселя" {
			t.Errorf("%+v", x)
		}
		g.Set(c.GenitiveField().Code, "")
		if x := c.Genitive(g); x.Text != "Киселя" || x.Certain {
			t.Errorf("emptied: %+v", x)
		}
	})
	t.Run("F-11 two forms are asked about, and taken or confirmed for this surname", func(t *testing.T) {
		c, g := genitiveOf(t, "Петрів", data.Male)
		found := doubts(t, c, g)
		if len(found) != 1 || found[0].Rule != RuleGenitiveUnsure || found[0].Field != data.FieldSurname || found[0].Proposal == nil ||
			found[0].Proposal.Field != "surname_genitive" || found[0].Proposal.Value != "Петрова" {
			t.Fatalf("%+v", found)
		}
		g.SetFact(data.Fact{Kind: data.FactConfirmed, Of: found[0].Doubt(), On: "2020-02-10", Seen: g.Surname})
		if x := c.Genitive(g); x.Text != "Петрова" || !x.Certain || len(doubts(t, c, g)) > 0 {
			t.Errorf("confirmed: %+v", x)
		}
		g.Surname = "Іванів"
		if x := c.Genitive(g); x.Certain || len(doubts(t, c, g)) != 1 {
			t.Errorf("another surname: %+v", x)
		}
	})
	t.Run("F-11 what was written for another surname is not used, until somebody confirms it", func(t *testing.T) {
		c, g := genitiveOf(t, "Ковленко", data.Male)
		write(c, g, "Ковленко")
		g.Surname = "Коваленко"
		found := doubts(t, c, g)
		if x := c.Genitive(g); x.Text != "Коваленка" || x.Certain || x.Former != "Ковленко" {
			t.Errorf("%+v", x)
		}
		if len(found) != 1 || found[0].Rule != RuleGenitiveFormer || found[0].Severity != data.SeverityConfirm || found[0].Args["former"] != "Ковленко" ||
			found[0].Proposal == nil || found[0].Proposal.Value != "Коваленка" {
			t.Fatalf("%+v", found)
		}
		g.SetFact(data.Fact{Kind: data.FactConfirmed, Of: found[0].Doubt(), On: "2020-02-10", Seen: g.Surname})
		if x := c.Genitive(g); x.Text != "Ковленко" || !x.Certain || len(doubts(t, c, g)) > 0 {
			t.Errorf("confirmed: %+v", x)
		}
		g.Surname = "Бондар"
		if x := c.Genitive(g); x.Text != "Бондаря" || len(doubts(t, c, g)) != 1 {
			t.Errorf("changed once more: %+v", x)
		}
	})
	t.Run("F-11 what was written is right for the new surname too", func(t *testing.T) {
		c, g := genitiveOf(t, "Коваленки", data.Male)
		write(c, g, "Коваленка")
		g.Surname = "Коваленко"
		if x := c.Genitive(g); x.Text != "Коваленка" || !x.Certain || len(doubts(t, c, g)) > 0 {
			t.Errorf("%+v", x)
		}
	})
	t.Run("F-11 without a sex nothing is proposed and nothing asked", func(t *testing.T) {
		c, g := genitiveOf(t, "Петрів", "")
		if x := c.Genitive(g); x.Text != "" || x.Certain || len(doubts(t, c, g)) > 0 {
			t.Errorf("%+v", x)
		}
	})
	t.Run("F-11 a campaign without the field proposes and asks nobody", func(t *testing.T) {
		c := builtin(t, "ort-2021")
		g := c.Blank("a1")
		g.Surname, g.Sex = "Петрів", data.Male
		if x := c.Genitive(g); x.Text != "Петрова" || len(doubts(t, c, g)) > 0 {
			t.Errorf("%+v", x)
		}
	})
}
