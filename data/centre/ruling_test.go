package centre_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/centre"
	"graduand/data/centre/decision"
	"graduand/data/exchange"
)

// rule decides by a rule: «graduate number why…» of each whom it concerns.
func (c *trial) rule(t *testing.T, r centre.Ruling, dry bool) (told []string) {
	t.Helper()
	err := c.ByRule(t.Context(), r, dry, func(one *centre.Ruled) error {
		line := one.Person.School + " " + one.Person.Graduate + " " + one.Number
		for _, why := range one.Why {
			line += " " + strings.TrimPrefix(why.ID, "ruling.")
		}
		told = append(told, strings.Join(strings.Fields(line), " "))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return told
}

func TestRuleOfPaper(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn func(testing.TB) string) {
		c, a := paperCentre(t, dsn(t))
		b := c.enrol("c")
		c.put(b.message(exchange.TypeEntries, []exchange.Record{person("p1", "1000005"), person("p2", "1000012", as(exchange.ActionWithdraw))}))
		c.put(a.message(exchange.TypeAmendments, []exchange.Record{person("p2", "1000002", as(exchange.ActionWithdraw))}))
		c.ingest(trusting)
		if got := c.order(centre.Order{Person: "1000011", Asked: asked(decision.Registered, func(a *decision.Asked) { a.Certificate = "0000102" })}); got != "" {
			t.Fatal(got)
		}
		complete := centre.Ruling{Rule: "complete", Certificates: "0000101", On: "2020-02-23"}
		want := []string{"a p1 0000101", "a p3 0000103", "a p4 held", "a p5 double", "c p1 remarks double"}
		t.Run("issue 18 a dry run says whom the rule would decide, and why not the others", func(t *testing.T) {
			same(t, c.rule(t, complete, true), want...)
			same(t, c.of("decision", "school", "graduate"), "b p1")
		})
		t.Run("issue 18 registered, whose card has come and whose record has no remark; a number that somebody has is passed over", func(t *testing.T) {
			same(t, c.rule(t, complete, false), want...)
			same(t, c.of("decision", "school", "graduate", "verdict", "number"), "a p1 registered 0000101", "a p3 registered 0000103", "b p1 registered 0000102")
		})
		t.Run("issue 18 done again it decides of who is new alone", func(t *testing.T) {
			same(t, c.rule(t, complete, false), want[2:]...)
			if err := c.Cards(t.Context(), []string{"1000004"}, ""); err != nil {
				t.Fatal(err)
			}
			same(t, c.rule(t, centre.Ruling{Rule: "complete", Choice: centre.Choice{School: "a"}}, false), "a p4", "a p5 double")
			same(t, c.rule(t, centre.Ruling{Rule: "complete", Choice: centre.Choice{District: "Північний"}}, true), "a p5 double", "c p1 remarks double")
		})
		t.Run("UA-107 withdrawals are confirmed, each once", func(t *testing.T) {
			same(t, c.rule(t, centre.Ruling{Rule: "withdrawals"}, false), "a p2", "c p2 remarks")
			same(t, c.rule(t, centre.Ruling{Rule: "withdrawals"}, false), "c p2 remarks")
		})
		t.Run("what does not go with a rule", func(t *testing.T) {
			for code, r := range map[string]centre.Ruling{
				"ruling.unknown":              {Rule: "paid"},
				"ruling.no_certificates":      {Rule: "withdrawals", Certificates: "1"},
				"ruling.bank":                 {Rule: "complete", Bank: &centre.Bank{}},
				"answer.bad_certificate":      {Rule: "complete", Certificates: "АБВ"},
				"fact.future_day":             {Rule: "complete", On: "2020-02-25"},
				"centre.unknown_school":       {Rule: "complete", Choice: centre.Choice{School: "x"}},
				"statistics.unknown_district": {Rule: "complete", Choice: centre.Choice{District: "x"}},
			} {
				if err := c.ByRule(t.Context(), r, false, nil); data.CodeOf(err) != code {
					t.Errorf("%s: %v", code, err)
				}
			}
		})
		before := c.facts()
		c.rebuild()
		same(t, c.facts(), before...)
	})
}

func TestSeriesOfCertificatesEnds(t *testing.T) {
	c, _ := paperCentre(t, "")
	err := c.ByRule(t.Context(), centre.Ruling{Rule: "complete", Certificates: "98"}, false, func(*centre.Ruled) error { return nil })
	if data.CodeOf(err) != "ruling.series_over" {
		t.Error(err)
	}
	// Of a school of which not everybody could be given a number nobody was.
	same(t, c.of("decision", "school"))
	if got := c.order(centre.Order{Person: "1000001", Asked: asked(decision.Registered, func(a *decision.Asked) { a.Certificate = "98" })}); got != "" {
		t.Fatal(got)
	}
	t.Run("UA-079 nobody gets the certificate of another", func(t *testing.T) {
		if got := c.order(centre.Order{Person: "1000002", Asked: asked(decision.Registered, func(a *decision.Asked) { a.Certificate = "98" })}); got != "answer.same_certificate" {
			t.Errorf("%q", got)
		}
		s := c.decisions(t, centre.Choice{}, "")
		for _, key := range []string{"1000002", "1000011"} {
			s.set(people, key, "decision=зареєстровано", "number=0000099")
		}
		s.set(people, "1000003", "decision=зареєстровано", "number=98")
		same(t, c.take(t, s, true), "A3 p2 registered", "A4 p3 registered answer.same_certificate", "A6 p1 registered decisions.same_number")
	})
}

func TestRuleOfPayments(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn func(testing.TB) string) {
		c := newCentre(t, dsn(t), "ort-2021")
		rules := must(c.Campaign(t.Context()))
		due := rules.Fee.Main
		if due == 0 {
			t.Fatal("the campaign has no main fee")
		}
		a, b := c.enrol("a"), c.enrol("b")
		of := func(number string, amount int) exchange.Payment {
			return exchange.Payment{ID: "r" + number, Number: number, Amount: fmt.Sprint(amount)}
		}
		c.put(a.message(exchange.TypeEntries, []exchange.Record{applied("p1", "+996555100001", of("1", due)), applied("p2", "+996555100002", of("2", due-1), of("3", 1)), applied("p3", "+996555100003"), applied("p4", "+996555100004", of("5", due))}))
		c.put(b.message(exchange.TypeEntries, []exchange.Record{applied("p1", "+996555100011", of("5", due)), applied("p2", "+996555100012", of("6", due))}))
		c.ingest(trusting)
		table := filepath.Join(t.TempDir(), "bank.csv")
		lines := []string{"number,date,amount", fmt.Sprintf("1,01.02.2020,%d", due), fmt.Sprintf("2,01.02.2020,%d.00", due-1), fmt.Sprintf("5,01.02.2020,%d", due), "6,01.02.2020,1"}
		if err := os.WriteFile(table, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
			t.Fatal(err)
		}
		payments := centre.Ruling{Rule: "payments", Bank: must(centre.ReadBank(t.Context(), table))}
		t.Run("KG-065 receipts that the bank has are accepted", func(t *testing.T) {
			want := []string{"a p1 1", "a p2 2", "a p2 3 not_at_bank", "a p4 5 receipt_twice", "b p1 5 receipt_twice", "b p2 6 other_amount"}
			same(t, c.rule(t, payments, true), want...)
			same(t, c.rule(t, payments, false), want...)
			same(t, c.of("decision", "school", "graduate", "which", "verdict"), "a p1 r1 accepted", "a p2 r2 accepted")
			same(t, c.rule(t, payments, false), want[2:]...)
			same(t, centre.Rules(rules), "complete", "withdrawals", "paid", "payments")
		})
		t.Run("KG-057 KG-064 registered, whose fee is covered by what was accepted", func(t *testing.T) {
			same(t, c.rule(t, centre.Ruling{Rule: "paid"}, false), "a p1", "a p2 unpaid", "a p3 unpaid", "a p4 unpaid", "b p1 unpaid", "b p2 unpaid")
			if got := c.order(centre.Order{Person: "0555100002", Asked: asked("payment-accepted", func(a *decision.Asked) { a.Payment = "3" })}); got != "" {
				t.Fatal(got)
			}
			if got := c.rule(t, centre.Ruling{Rule: "paid"}, false); got[0] != "a p2" || len(got) != 5 {
				t.Errorf("%q", got)
			}
		})
		t.Run("a table of the bank that says two things, or not enough", func(t *testing.T) {
			for code, text := range map[string]string{"ruling.bank_twice": "number,amount\n1,5\n1,6\n", "ruling.no_column": "number,sum\n1,5\n"} {
				if err := os.WriteFile(table, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
				if _, err := centre.ReadBank(t.Context(), table); data.CodeOf(err) != code {
					t.Errorf("%s: %v", code, err)
				}
			}
			if err := c.ByRule(t.Context(), centre.Ruling{Rule: "payments"}, false, nil); data.CodeOf(err) != "ruling.bank" {
				t.Error(err)
			}
		})
		before := c.facts()
		c.rebuild()
		same(t, c.facts(), before...)
		if !slices.Contains(c.of("decision", "graduate", "about"), "p2 answer") {
			t.Error("the answer is gone")
		}
	})
}
