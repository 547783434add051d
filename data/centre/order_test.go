package centre_test

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/centre"
	"graduand/data/centre/decision"
	"graduand/data/exchange"
)

// decided are the decisions that a centre has: «graduate attempt about of state».
func (c *trial) decided() []string {
	c.t.Helper()
	return c.of("decision", "graduate", "attempt", "about", "which")
}

// order notes one decision and gives the code of its refusal, «same» where it was noted before.
func (c *trial) order(o centre.Order) string {
	c.t.Helper()
	done, err := c.Order(c.t.Context(), o, false)
	switch {
	case err != nil && data.CodeOf(err) == "":
		c.t.Fatal(err)
	case err != nil:
		return data.CodeOf(err)
	case done.Same:
		return "same"
	}
	return ""
}

func asked(kind string, change ...func(*decision.Asked)) decision.Asked {
	a := decision.Asked{Kind: kind}
	for _, f := range change {
		f(&a)
	}
	return a
}

func because(minutes string, reasons ...string) func(*decision.Asked) {
	return func(a *decision.Asked) { a.Minutes, a.Reasons = minutes, reasons }
}

func TestOrderOfPaper(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn func(testing.TB) string) {
		c := newCentre(t, dsn(t), "zno-2020")
		a, b := c.enrol("a"), c.enrol("b")
		c.put(a.message(exchange.TypeEntries, []exchange.Record{person("p1", "1000001"), person("p2", "1000002"), person("p3", "1000003"), person("p4", "1000004")}))
		c.put(b.message(exchange.TypeEntries, []exchange.Record{person("p1", "1000004"), person("p2", "1000005")}))
		c.put(a.message(exchange.TypeAmendments, []exchange.Record{person("p3", "1000003", as(exchange.ActionWithdraw))}))
		if err := c.Cards(t.Context(), []string{"1000001", "1000003", "1000004", "1000005"}, "2020-02-21"); err != nil {
			t.Fatal(err)
		}
		c.ingest(trusting)
		for _, d := range []struct {
			name, want string
			order      centre.Order
		}{
			{"UA-066 nobody is answered before the card has come", "decision.held", centre.Order{Person: "1000002", Asked: asked(decision.Registered)}},
			{"UA-107 nobody whom the school has withdrawn is registered", "decision.gone", centre.Order{Person: "1000003", Asked: asked(decision.Registered)}},
			{"a decision that the campaign does not have", "decision.unknown", centre.Order{Person: "1000001", Asked: asked("payment-accepted")}},
			{"nobody", "decision.nobody", centre.Order{Person: "1000009", Asked: asked(decision.Registered)}},
			{"nobody of the school", "centre.unknown_person", centre.Order{School: "b", Person: "1000001", Asked: asked(decision.Registered)}},
			{"a school that is not there", "centre.unknown_school", centre.Order{School: "x", Person: "1000001", Asked: asked(decision.Registered)}},
			{"no such attempt", "decision.no_attempt", centre.Order{Person: "1000001", Attempt: 2, Asked: asked(decision.Registered)}},
			{"one that two schools have", "decision.in_schools", centre.Order{Person: "1000004", Asked: asked(decision.Registered)}},
			{"UA-087 a reason that there is not", "answer.unknown_reason", centre.Order{Person: "1000001", Asked: asked(decision.Refused, because("17", "7"))}},
			{"UA-097 without a reason", "decision.lacks", centre.Order{Person: "1000001", Asked: asked(decision.Refused, because("17"))}},
			{"UA-097 without minutes", "decision.lacks", centre.Order{Person: "1000001", Asked: asked(decision.Refused, because("", "5"))}},
			{"reasons for who is registered", "decision.surplus", centre.Order{Person: "1000001", Asked: asked(decision.Registered, because("", "5"))}},
			{"UA-080 the PIN", "answer.pin", centre.Order{Person: "1000001", Asked: asked(decision.Registered, func(a *decision.Asked) { a.Certificate = "0123456 PIN 1234" })}},
			{"a day to come", "fact.future_day", centre.Order{Person: "1000001", Asked: asked(decision.Registered, func(a *decision.Asked) { a.On = "2020-02-25" })}},
			{"papers that there are not", "answer.unknown_paper", centre.Order{Person: "1000001", Asked: asked(decision.Refused, because("17", "5"), func(a *decision.Asked) { a.Kept = []string{"x"} })}},
		} {
			t.Run(d.name, func(t *testing.T) {
				if got := c.order(d.order); got != d.want {
					t.Errorf("%q", got)
				}
				same(t, c.decided())
			})
		}
		t.Run("issue 18 every kind of decision, each told once", func(t *testing.T) { everyKind(t, c, a) })
		before := c.facts()
		c.rebuild()
		same(t, c.facts(), before...)
	})
}

func everyKind(t *testing.T, c *trial, a *school) {
	refused := centre.Order{Person: " 100 0001", Asked: asked(decision.Refused, because("17", "5", "1"), func(a *decision.Asked) { a.On, a.Tracking = "2020-02-22", "6102300001234" })}
	for _, o := range []centre.Order{
		refused,
		{School: "a", Person: "p2", Asked: asked(decision.Card, func(a *decision.Asked) { a.Card = "1000020" })},
		{Person: "1000003", Asked: asked(decision.Withdrawn)},
		{Person: "1000001", Asked: asked(decision.AppealDismissed)},
		{Person: "1000005", Asked: asked(decision.Registered, func(a *decision.Asked) { a.Certificate = "0123456" })},
		{School: "a", Person: "1000004", Asked: asked("envelope-sent", func(a *decision.Asked) { a.Tracking = "x1" })},
		{School: "a", Person: "1000004", Asked: asked("state-processing")},
	} {
		if got := c.order(o); got != "" {
			t.Fatalf("%+v: %s", o, got)
		}
	}
	if got := c.order(refused); got != "same" {
		t.Errorf("noted twice: %q", got)
	}
	refused.On = ""
	if got := c.order(refused); got != "same" {
		t.Errorf("noted twice, of another day: %q", got)
	}
	same(t, c.decided(), "p1 1 answer ", "p1 1 appeal ", "p2 1 card ", "p3 1 withdrawn ", "p4 1 envelope ", "p4 1 state ", "p2 1 answer ")
	paths := must(c.Status(t.Context()))
	var told []string
	for _, s := range a.receipt(paths[0]).States {
		if s.About != exchange.AboutReceived {
			told = append(told, strings.TrimSpace(fmt.Sprintf("%s %s %s %s %s %s", s.Graduate, s.About, s.State, s.On, s.Number, s.Reasons+s.Tracking)))
		}
	}
	same(t, told, "p1 answer refused 2020-02-22 17 1 56102300001234", "p1 appeal dismissed 2020-02-24", "p2 card  2020-02-24 1000020", "p3 withdrawn  2020-02-24",
		"p4 envelope sent 2020-02-24  x1", "p4 state processing 2020-02-24")
	if got := c.order(refused); got != "same" {
		t.Errorf("%q", got)
	}
	if paths := must(c.Status(t.Context())); paths != nil {
		t.Errorf("told again: %q", paths)
	}
}

// applied is a record of the campaign ort-2021 with receipts of 740.
func applied(id, phone string, payments ...exchange.Payment) exchange.Record {
	r := person(id, phone, func(r *exchange.Record) {
		r.Graduate.CardNumber, r.Graduate.Phone, r.Subjects = "", phone, nil
	})
	for _, p := range payments {
		p.Graduate, p.Type, p.Added, p.Amount = id, "bank", "2020-02-20", cmp.Or(p.Amount, "740")
		r.Payments = append(r.Payments, p)
	}
	return r
}

func TestOrderOfFiles(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn func(testing.TB) string) {
		c := newCentre(t, dsn(t), "ort-2021")
		a := c.enrol("a")
		c.put(a.message(exchange.TypeEntries, []exchange.Record{
			applied("p1", "+996555100001", exchange.Payment{ID: "one", Number: "0017"}),
			applied("p2", "+996555100002", exchange.Payment{ID: "one", Number: "0018", Cancelled: "2020-02-21"}, exchange.Payment{ID: "two", Number: "0018"}, exchange.Payment{ID: "three", Number: "0019"}),
			applied("p3", "+996555100003")}))
		c.ingest(trusting)
		payment := func(person, number, state string) centre.Order {
			return centre.Order{Person: person, Asked: asked("payment-"+state, func(a *decision.Asked) { a.Payment = number })}
		}
		t.Run("KG-065 the verdict on a receipt, by its number", func(t *testing.T) {
			for _, d := range []struct {
				want  string
				order centre.Order
			}{
				{"", payment("0555100001", "", "accepted")},
				{"", payment("0555 10 00 02", "0018", "rejected")},
				{"decision.payments", payment("0555100002", "", "accepted")},
				{"payment.cancelled_already", payment("0555100002", "one", "accepted")},
				{"decision.no_payment", payment("0555100003", "", "accepted")},
				{"decision.no_payment", payment("0555100001", "0018", "accepted")},
				{"decision.unknown", payment("0555100001", "", "paid")},
				{"decision.surplus", centre.Order{Person: "0555100001", Asked: asked(decision.Registered, func(a *decision.Asked) { a.Payment = "0017" })}},
			} {
				if got := c.order(d.order); got != d.want {
					t.Errorf("%+v: %q", d.order, got)
				}
			}
			same(t, c.decided(), "p1 1 payment one", "p2 1 payment two")
		})
		t.Run("issue 18 refused and registered without papers", func(t *testing.T) {
			refused := centre.Order{Person: "0555100001", Asked: asked(decision.Refused, func(a *decision.Asked) { a.Note = "не тот снимок" })}
			for _, d := range []struct {
				want  string
				order centre.Order
			}{
				{"", refused},
				{"same", refused},
				{"answer.unknown_reason", centre.Order{Person: "0555100001", Asked: asked(decision.Refused, because("", "1"))}},
				{"", centre.Order{Person: "0555100001", Asked: asked(decision.Registered)}},
				{"", centre.Order{Person: "0555100003", Asked: asked(decision.Received)}},
			} {
				if got := c.order(d.order); got != d.want {
					t.Errorf("%+v: %q", d.order, got)
				}
			}
		})
		before := c.facts()
		c.rebuild()
		same(t, c.facts(), before...)
	})
}

func TestOrderOfAnEarlierAttempt(t *testing.T) {
	c := newCentre(t, "", "zno-2020")
	a := c.enrol("a")
	second := func(r *exchange.Record) { r.Graduate.Attempt, r.Graduate.Kind = "2", "retry" }
	c.put(a.message(exchange.TypeEntries, []exchange.Record{person("p1", "1000001")}))
	c.put(a.message(exchange.TypeAmendments, []exchange.Record{person("p1", "2000001", second)}))
	if err := c.Cards(t.Context(), []string{"1000001", "2000001"}, ""); err != nil {
		t.Fatal(err)
	}
	c.ingest(trusting)
	t.Run("UA-103 the card of an earlier attempt does not answer the new one", func(t *testing.T) {
		if got := c.order(centre.Order{Person: "1000001", Asked: asked(decision.Registered)}); got != "decision.earlier" {
			t.Errorf("%q", got)
		}
		for _, o := range []centre.Order{{Person: "1000001", Attempt: 1, Asked: asked(decision.Refused, because("17", "5"))}, {Person: "2000001", Asked: asked(decision.Registered)}} {
			if got := c.order(o); got != "" {
				t.Errorf("%q", got)
			}
		}
		same(t, c.decided(), "p1 1 answer ", "p1 2 answer ")
	})
}
