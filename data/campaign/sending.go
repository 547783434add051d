package campaign

import (
	"slices"

	"graduand/data"
)

// sendingFormat is the first format with an end of sending for a single way.
const sendingFormat = 3

// Sending is what is sent in for a registration, as far as the last day for it depends on it.
type Sending struct {
	Kind data.RegistrationKind
	// Route is the code of the way of submission.
	Route string
	// SentBefore says that the same person has sent an earlier registration before the
	// registration end (UA-092); it means nothing for a first one.
	SentBefore bool
	// Admitted says that the person is admitted to the additional period of registration.
	// To whom that is open no source of ours says: somebody has to say it.
	Admitted bool
	// Withdrawal says that the registration is withdrawn, not made (UA-107).
	Withdrawal bool
	// On is the day that counts: of the postmark, by courier that which the centre has
	// recorded (UA-062, UA-063), and today while nothing is sent. "" is unknown.
	On data.Date
}

// SendingVerdict says whether something is sent in time.
type SendingVerdict string

// The verdicts. Where the day or its end is not known nothing is in time, nor late.
const (
	SentInTime   SendingVerdict = "in_time"
	SentLate     SendingVerdict = "late"
	SentTooEarly SendingVerdict = "too_early"
	SentUnknown  SendingVerdict = "unknown"
)

// SendingTerm is when something is to be sent, and what is to be said of a day.
type SendingTerm struct {
	// Opens is the first day for it, nil where there is none; End the last one, nil where
	// the campaign has no such day. A day may be there and not be known yet.
	Opens, End *Date
	Verdict    SendingVerdict
	// Days is how many days it is late by, or how many are left until the end if it is in time.
	Days int
}

// InTime says that the day is not late, as far as anybody knows; an unknown one is not.
func (t SendingTerm) InTime() bool { return t.Verdict == SentInTime }

// Last is the last day, "" where it is not known.
func (t SendingTerm) Last() data.Date {
	if t.End == nil {
		return ""
	}
	return t.End.On
}

// SendingEnd finds the days that decide for a sending, and judges the day of it (F-03).
func (c *Campaign) SendingEnd(s Sending) SendingTerm {
	var term SendingTerm
	switch {
	case s.Withdrawal:
		term.End = c.Date(WithdrawalEnd)
	case s.Kind != data.FirstRegistration && s.SentBefore:
		term.Opens, term.End = c.Date(RegistrationStart), c.Date(ReRegistrationEnd)
	default:
		term.Opens, term.End = c.firstTerm(s)
	}
	term.judge(s.On)
	return term
}

// firstTerm is the period of who has sent nothing yet: up to the end of the way; who is admitted
// to the additional period and has missed that, in the additional one.
func (c *Campaign) firstTerm(s Sending) (opens, end *Date) {
	opens, end = c.Date(RegistrationStart), c.routeEnd(s.Route)
	missed := end != nil && end.On != "" && s.On > end.On
	if additional := c.Date(AdditionalRegistrationEnd); s.Admitted && missed && additional != nil {
		return c.Date(AdditionalRegistrationStart), additional
	}
	return opens, end
}

// routeEnd is the last day for a first registration on a way; nil for no way that is known.
func (c *Campaign) routeEnd(code string) *Date {
	route := c.Route(code)
	switch {
	case route == nil:
		return nil
	case route.End != "":
		return c.Date(route.End)
	case route.Via == "school" && c.Date(SchoolSendEnd) != nil:
		return c.Date(SchoolSendEnd)
	}
	return c.Date(RegistrationEnd)
}

func (t *SendingTerm) judge(on data.Date) {
	if t.End == nil || t.End.On == "" || on == "" {
		t.Verdict = SentUnknown
		return
	}
	switch days := t.End.On.DaysTo(on); {
	case days > 0:
		t.Verdict, t.Days = SentLate, days
	case t.Opens != nil && on < t.Opens.On:
		t.Verdict = SentTooEarly
	default:
		t.Verdict, t.Days = SentInTime, -days
	}
}

// AnswerDue is the day by which the centre answers what it has received on a day: the working
// days of the campaign from receipt, not from sending (UA-152, UA-153). It is unknown where the
// day of receipt is, or where no source gives a term.
func (c *Campaign) AnswerDue(received data.Date) data.Date {
	if c.AnswerWorkingDays == 0 {
		return ""
	}
	return c.AddWorkingDays(received, c.AnswerWorkingDays)
}

// SendsFiles says that photos and scans go to the centre as files with whoever is on a way.
func (c *Campaign) SendsFiles(route string) bool {
	r := c.Route(route)
	return c.FilesRequired == FilesAlways || r != nil && r.Photos == PhotosAsFile
}

// Withdrawal is the paper by which a registration is given up (UA-108), nil where there is none.
func (c *Campaign) Withdrawal() *KitDocument {
	at := slices.IndexFunc(c.KitDocuments, func(k KitDocument) bool { return k.Letter != nil && k.Letter.Until == WithdrawalEnd })
	if at < 0 {
		return nil
	}
	return &c.KitDocuments[at]
}

// GroupedOf is who carries what an operator's code names, or whoever has a form for items that are handed
// in together where nobody is named; nil where that one has none.
func (c *Campaign) GroupedOf(operator string) *PostalOperator {
	for i := range c.PostalOperators {
		if o := &c.PostalOperators[i]; o.Grouped != nil && (operator == "" || o.Code == operator) {
			return o
		}
	}
	return nil
}
