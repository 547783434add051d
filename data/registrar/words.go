package registrar

import (
	"encoding/json"
	"fmt"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/roster"
)

// Words is a stored value as people read it, for data/text to put together: titles of the
// campaign in the place of codes, days with dots, a receipt with its number and state.
func (r *Registrar) Words(field, value string) any {
	if value == "" {
		return ""
	}
	if _, is := data.PaymentOf(field); is {
		return r.paymentWords(value)
	}
	if _, _, is := data.FactOf(field); is {
		return factWords(value)
	}
	if field == data.FieldMode {
		return data.Term("mode." + value)
	}
	switch r.Campaign().Kind(field).Name {
	case campaign.KindPhone:
		return roster.FormatPhone(value)
	case campaign.KindSex:
		return data.Term("ui.sex_" + value)
	case campaign.KindDate:
		return dotted(value)
	case campaign.KindCheckbox:
		return data.Term("value.ticked")
	case campaign.KindFile, campaign.KindFiles:
		return data.Term("own.has_file")
	}
	return r.Campaign().ValueTitle(field, value)
}

func dotted(value string) string {
	if day := data.Date(value).Dotted(); day != "" {
		return day
	}
	return value
}

func factWords(value string) any {
	var f data.Fact
	if err := json.Unmarshal([]byte(value), &f); err != nil {
		return value
	}
	return listed(f.On.Dotted(), f.By, f.Note)
}

func (r *Registrar) paymentWords(value string) any {
	var p data.Payment
	if err := json.Unmarshal([]byte(value), &p); err != nil {
		return value
	}
	words := listed("№ "+p.Number, fmt.Sprintf("%d %s", p.Amount, r.Campaign().Fee.Words()), r.PaymentStatus(&p)).([]any)
	if p.Cancelled != nil {
		words = append(words[:len(words)-1], data.Term("payment.is_cancelled"))
		if p.Cancelled.Note != "" {
			words = append(words, p.Cancelled.Note)
		}
	}
	return words
}

// PaymentStatus is the state of a receipt in the campaign's words: what the centre says,
// or that it is under consideration (KG-065).
func (r *Registrar) PaymentStatus(p *data.Payment) string {
	status := r.Campaign().Fee.Pending
	if p.Verdict != nil {
		status = string(p.Verdict.Kind)
	}
	if item := r.Campaign().ExternalStatus(status); item != nil {
		return item.Title
	}
	return status
}

func listed(parts ...string) any {
	var words []any
	for _, part := range parts {
		if part != "" {
			words = append(words, part)
		}
	}
	return words
}
