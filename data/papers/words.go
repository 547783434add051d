package papers

import (
	"encoding/json"
	"fmt"

	"graduand/data"
	"graduand/data/campaign"
)

// Words is a stored value as people read it, for data/text to put together: titles of the
// campaign in the place of codes, days with dots, a receipt with its number and state.
func Words(c *campaign.Campaign, field, value string) any {
	if value == "" {
		return ""
	}
	if _, is := data.PaymentOf(field); is {
		return paymentWords(c, value)
	}
	if _, _, is := data.FactOf(field); is {
		return factWords(value)
	}
	if field == data.FieldMode {
		return data.Term("mode." + value)
	}
	switch c.Kind(field).Name {
	case campaign.KindPhone:
		return formatPhone(value)
	case campaign.KindSex:
		return data.Term("ui.sex_" + value)
	case campaign.KindDate:
		return dotted(value)
	case campaign.KindCheckbox:
		return data.Term("value.ticked")
	case campaign.KindFile, campaign.KindFiles:
		return data.Term("own.has_file")
	}
	return c.ValueTitle(field, value)
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

func paymentWords(c *campaign.Campaign, value string) any {
	var p data.Payment
	if err := json.Unmarshal([]byte(value), &p); err != nil {
		return value
	}
	words := listed("№ "+p.Number, fmt.Sprintf("%d %s", p.Amount, c.Fee.Words()), PaymentStatus(c, &p))
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
func PaymentStatus(c *campaign.Campaign, p *data.Payment) string {
	status := c.Fee.Pending
	if p.Verdict != nil {
		status = string(p.Verdict.Kind)
	}
	if item := c.ExternalStatus(status); item != nil {
		return item.Title
	}
	return status
}

// listed are the parts that are not empty.
func listed(parts ...string) []any {
	var words []any
	for _, part := range parts {
		if part != "" {
			words = append(words, part)
		}
	}
	return words
}

// FieldTitle names a field for data/text to word: an id of data/text for a typed field,
// the campaign's own words for one of its own.
func FieldTitle(c *campaign.Campaign, field string) any {
	for _, code := range data.TypedFields() {
		if code == field {
			return data.Term("field." + field)
		}
	}
	if kind, _, is := data.FactOf(field); is {
		return data.Term("field.fact_" + string(kind))
	}
	if _, is := data.PaymentOf(field); is {
		return data.Term("field.payment")
	}
	if f := c.Field(field); f != nil {
		return f.Title
	}
	return field
}
