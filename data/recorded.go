package data

import (
	"encoding/json"
	"slices"
	"strings"
)

// Facts and payments have field codes of their own, so that history, pending changes
// and earlier states treat them like everything else: «fact.called.2», «payment.7f3a».
// Their value is JSON.
const (
	prefixFact    = "fact."
	prefixPayment = "payment."
)

// FactField is the field code of a fact.
func FactField(kind FactKind, of string) string {
	if of == "" {
		return prefixFact + string(kind)
	}
	return prefixFact + string(kind) + "." + of
}

// PaymentField is the field code of a payment.
func PaymentField(id string) string { return prefixPayment + id }

// FactOf reads the code of a fact; ok is false for any other field.
func FactOf(field string) (kind FactKind, of string, ok bool) {
	rest, ok := strings.CutPrefix(field, prefixFact)
	name, of, _ := strings.Cut(rest, ".")
	return FactKind(name), of, ok
}

// PaymentOf reads the code of a payment; ok is false for any other field.
func PaymentOf(field string) (id string, ok bool) { return strings.CutPrefix(field, prefixPayment) }

// Recorded are the codes of the facts and payments of the current registration, and of what
// was said of pictures.
func (g *Graduate) Recorded() []string {
	r := g.Current()
	var fields []string
	for _, f := range r.Facts {
		fields = append(fields, FactField(f.Kind, f.Of))
	}
	for _, p := range r.Payments {
		fields = append(fields, PaymentField(p.ID))
	}
	if r.Answer != nil {
		fields = append(fields, FieldAnswer)
	}
	if len(g.Registrations) > 1 {
		fields = append(fields, FieldAttempt)
	}
	return append(fields, g.recordedPictures()...)
}

// record gives a fact or a payment as text; ok is false for any other field.
func (g *Graduate) record(field string) (text string, ok bool) {
	r := g.Current()
	switch field {
	case FieldAnswer:
		return g.answerText(), true
	case FieldAttempt:
		return g.attemptText(), true
	}
	if kind, of, is := FactOf(field); is {
		if f := r.Fact(kind, of); f != nil {
			return asJSON(f), true
		}
		return "", true
	}
	if id, is := PaymentOf(field); is {
		if p := r.Payment(id); p != nil {
			return asJSON(p), true
		}
		return "", true
	}
	if id, part, of, is := PictureOf(field); is {
		return g.picture(id, part, of), true
	}
	return "", false
}

func asJSON(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // plain structs of texts and numbers have no reason to fail
	}
	return string(b)
}

// setRecord writes a fact or a payment from the text that [Graduate.Get] gives, or takes
// it away; text that is none changes nothing. It reports whether field is one.
func (g *Graduate) setRecord(field, text string) bool {
	r := g.Current()
	switch field {
	case FieldAnswer:
		g.setAnswer(text)
		return true
	case FieldAttempt:
		g.setAttempt(text)
		return true
	}
	if kind, of, is := FactOf(field); is {
		fact := Fact{}
		if text != "" && json.Unmarshal([]byte(text), &fact) != nil {
			return true
		}
		fact.Kind, fact.Of = kind, of
		r.Facts = put(r.Facts, fact, text == "", func(f Fact) bool { return f.Kind == kind && f.Of == of })
		return true
	}
	if id, is := PaymentOf(field); is {
		payment := Payment{}
		if text != "" && json.Unmarshal([]byte(text), &payment) != nil {
			return true
		}
		payment.ID = id
		r.Payments = put(r.Payments, payment, text == "", func(p Payment) bool { return p.ID == id })
		return true
	}
	if id, part, of, is := PictureOf(field); is {
		g.setPicture(id, part, of, text)
		return true
	}
	return false
}

// put replaces the entry that is the same, adds it where there is none, or takes it away.
func put[T any](list []T, entry T, gone bool, same func(T) bool) []T {
	i := slices.IndexFunc(list, same)
	switch {
	case gone && i >= 0:
		return slices.Delete(list, i, i+1)
	case gone:
		return list
	case i >= 0:
		list[i] = entry
		return list
	}
	return append(list, entry)
}

// SetFact writes a fact of the current registration in the place of one of its kind.
func (g *Graduate) SetFact(f Fact) { g.Set(FactField(f.Kind, f.Of), asJSON(f)) }

// SetFact writes a fact of a registration in the place of one of its kind.
func (r *Registration) SetFact(f Fact) {
	r.Facts = put(r.Facts, f, false, func(of Fact) bool { return of.Kind == f.Kind && of.Of == f.Of })
}

// SetPayment writes a payment of the current registration.
func (g *Graduate) SetPayment(p Payment) { g.Set(PaymentField(p.ID), asJSON(p)) }
