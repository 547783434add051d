package campaign

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/phone"
)

// Words is a stored value as people read it, for data/text to put together: titles of the
// campaign in the place of codes, days with dots, a receipt with its number and state.
func (c *Campaign) Words(field, value string) any {
	if value == "" {
		return ""
	}
	if _, is := data.PaymentOf(field); is {
		return c.paymentWords(value)
	}
	if _, _, is := data.FactOf(field); is {
		return c.factWords(value)
	}
	if field == data.FieldAnswer || field == data.FieldAttempt {
		return answeredWords(field, value)
	}
	if _, part, of, is := data.PictureOf(field); is {
		return c.pictureWords(part, of, value)
	}
	if field == data.FieldMode {
		return data.Term("mode." + value)
	}
	switch c.Kind(field).Name {
	case KindPhone:
		return phone.Format(value)
	case KindSex:
		return data.Term("ui.sex_" + value)
	case KindDate:
		return dotted(value)
	case KindCheckbox:
		return data.Term("value.ticked")
	case KindFile, KindFiles:
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

func (c *Campaign) factWords(value string) []any {
	var f data.Fact
	if err := json.Unmarshal([]byte(value), &f); err != nil {
		return []any{value}
	}
	if f.Kind == data.FactDeclined {
		return listed(f.Seen, f.On.Dotted(), f.By)
	}
	switch f.Kind {
	case data.FactSubmitted:
		return append([]any{data.Term("exchange.action_" + f.Means)}, listed(f.On.Dotted(), f.By, f.Note)...)
	case data.FactAcknowledged:
		return append([]any{data.Term("exchange.verdict_" + f.Seen)}, listed(f.On.Dotted(), f.Note)...)
	}
	if state := c.ExternalStatus(f.Seen); f.Kind == data.FactSeen && state != nil {
		return append([]any{wording("external_status", state.Code, state.Title)}, listed(f.On.Dotted(), f.By)...)
	}
	return listed(f.On.Dotted(), f.By, f.Note)
}

// answeredWords are the centre's answer, or the place of a registration among the attempts.
func answeredWords(field, value string) []any {
	g := data.Graduate{}
	if g.Set(field, value); field == data.FieldAttempt {
		return []any{data.Term("attempt." + string(g.Current().Kind)), strconv.Itoa(g.Current().Attempt)}
	}
	a := g.Current().Answer
	if a == nil {
		return []any{value}
	}
	words := []any{data.Term("status." + string(a.State))}
	for _, number := range []string{a.Certificate, a.Minutes} {
		if number != "" {
			words = append(words, "№ "+number)
		}
	}
	return append(words, listed(a.On.Dotted(), strings.Join(a.Reasons, "; "), a.Added.Note)...)
}

// answerOf is whether a written fact says yes or no.
func answerOf(value string) data.FactKind {
	var f data.Fact
	_ = json.Unmarshal([]byte(value), &f) // what cannot be read says neither
	return f.Kind
}

func (c *Campaign) paymentWords(value string) any {
	var p data.Payment
	if err := json.Unmarshal([]byte(value), &p); err != nil {
		return value
	}
	words := listed("№ "+p.Number, fmt.Sprintf("%d %s", p.Amount, c.Fee.Words()), c.PaymentStatus(&p))
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
func (c *Campaign) PaymentStatus(p *data.Payment) string {
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

// FieldTitle names a field for data/text to word, as a [data.Title]: an id of data/text for a
// typed field, the campaign's own words for one of its own; the code of an unknown one stays.
func (c *Campaign) FieldTitle(field string) any {
	if slices.Contains(data.TypedFields(), field) {
		return data.FieldTitle(field)
	}
	if kind, _, is := data.FactOf(field); is {
		return data.FieldTitle("fact_" + string(kind))
	}
	if _, is := data.PaymentOf(field); is {
		return data.FieldTitle("payment")
	}
	if _, part, _, is := data.PictureOf(field); is {
		return data.FieldTitle("picture_" + part)
	}
	if field == data.FieldAnswer || field == data.FieldAttempt {
		return data.FieldTitle(field)
	}
	if f := c.Field(field); f != nil {
		return data.Title{Name: data.Wording{ID: f.textID(), Words: f.Title}}
	}
	return field
}

// FieldCodes are the codes of all fields that can be set, typed ones first.
func (c *Campaign) FieldCodes() []string {
	all := data.TypedFields()
	typed := map[string]bool{}
	for _, code := range all {
		typed[code] = true
	}
	for _, f := range c.AllFields() {
		if !typed[f.Code] {
			typed[f.Code] = true
			all = append(all, f.Code)
		}
	}
	return all
}

// DraftNumber is the school's own number of g's card, "" where the campaign has none.
func (c *Campaign) DraftNumber(g *data.Graduate) string {
	if !c.CardNumber.Used {
		return ""
	}
	return data.DraftNumber(c.CardNumber.DraftPrefix, c.Year, g.Current().DraftSerial)
}

// FormStatus is how far the form is, by the facts and by what the check finds with g.
func (c *Campaign) FormStatus(g *data.Graduate, findings []data.Finding) data.Status {
	finished := !c.Form.Finish || g.Current().Fact(data.FactFinished, "") != nil
	return data.FormStatus(g, finished && !slices.ContainsFunc(findings, mustBeMended))
}

// RecordedOnSite says that what counts is what stands at the centre's site, not a paper.
func (c *Campaign) RecordedOnSite() bool { return c.PlaceOfRecord == "site" }

func mustBeMended(f data.Finding) bool { return f.Severity == data.SeverityError }

// turnedTo says to which side a picture was turned, by the degrees of a written fact.
var turnedTo = map[string]string{"90": "photo.turned_right", "180": "photo.turned_over", "270": "photo.turned_left"}

// pictureWords is what people said of a picture, in words: to which question, the answer and
// whose it is; of a crop what it is, of a turn to which side.
func (c *Campaign) pictureWords(part, of, value string) any {
	switch part {
	case data.PartConfirmed:
		words := append([]any{c.questionTitle(of)}, data.Term("photo.answer_"+string(answerOf(value))))
		return append(words, c.factWords(value)...)
	case data.PartOverridden:
		return append([]any{data.Term(PictureRule(of))}, c.factWords(value)...)
	case data.PartCrop:
		return data.Term("photo.is_cropped")
	}
	return data.Term(turnedTo[value])
}

// questionTitle is a question of the campaign in its words, or the rule that was asked about.
func (c *Campaign) questionTitle(code string) any {
	for _, ask := range c.Photo.Confirmations {
		if ask.Code == code {
			return wording("confirm", code, ask.Title)
		}
	}
	return data.Term(PictureRule(code))
}

// PictureRule is the id of what a rule for pictures asks about, in words: people read no ids of
// rules. One that is not known stands for itself.
func PictureRule(rule string) string {
	if title, known := ruleTitles[rule]; known {
		return title
	}
	return rule
}

// ruleTitles are the ids of what each rule for pictures asks about.
var ruleTitles = map[string]string{
	"R01": "photo_screen.rule_opens",
	"R02": "photo_screen.rule_kind",
	"R03": "photo_screen.rule_size",
	"R04": "photo_screen.rule_pixels",
	"R05": "photo_screen.rule_one_picture",
	"R06": "photo_screen.rule_stored_colours",
	"M01": "photo_screen.rule_taken",
	"M02": "photo_screen.rule_program",
	"M03": "photo_screen.rule_upright",
	"F01": "photo_screen.rule_one_face",
	"F02": "photo_screen.rule_head",
	"F03": "photo_screen.rule_centred",
	"F04": "photo_screen.rule_tilt",
	"F05": "photo_screen.rule_white",
	"F06": "photo_screen.rule_plain",
	"F07": "photo_screen.rule_colour",
	"F08": "photo_screen.rule_sharp",
	"F09": "photo_screen.rule_exposure",
	"F10": "photo_screen.rule_even_light",
	"F11": "photo_screen.rule_eyes",
	"F12": "photo_screen.rule_glasses",
	"F13": "photo_screen.rule_neutral",
	"F14": "photo_screen.rule_bare_head",
	"F15": "photo_screen.rule_uncovered",
	"F16": "photo_screen.rule_straight",
	"P01": "photo_screen.rule_text_sharp",
	"P02": "photo_screen.rule_original",
	"P03": "photo_screen.rule_glare",
	"P04": "photo_screen.rule_side",
	"P05": "photo_screen.rule_document_pixels",
	"D01": "photo_screen.rule_twice",
}
