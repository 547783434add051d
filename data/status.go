package data

import "slices"

// Status is how far a registration has come. It is derived, never stored (F-02).
type Status string

// The states of the road, in their order: first of the form, then of the papers, then of the
// centre's answer.
const (
	StatusDraft    Status = "draft"
	StatusComplete Status = "data_complete"
	StatusNumbered Status = "card_numbered"

	// The kit is in the school's hands; then looked through; then on a list; then in a package.
	StatusReceived   Status = "kit_received"
	StatusChecked    Status = "kit_checked"
	StatusListed     Status = "in_list"
	StatusPacked     Status = "in_package"
	StatusDispatched Status = "dispatched"
	StatusAtCentre   Status = "at_centre"
	StatusProcessing Status = "in_processing"

	StatusRegistered Status = "registered"
	StatusRefused    Status = "refused"

	// Where the envelope with the certificate is: on its way first.
	StatusMailed     Status = "envelope_sent"
	StatusEnvelope   Status = "envelope_at_school"
	StatusKept       Status = "envelope_kept"
	StatusReturned   Status = "envelope_returned"
	StatusEmailed    Status = "result_emailed"
	StatusHandedOver Status = "handed_over"

	// Who gives the registration up, and who has.
	StatusWithdrawing Status = "withdrawing"
	StatusWithdrawn   Status = "withdrawn"

	StatusRemoved Status = "removed"
)

// Statuses are all states in their order.
func Statuses() []Status {
	return []Status{StatusDraft, StatusComplete, StatusNumbered, StatusReceived, StatusChecked, StatusListed, StatusPacked,
		StatusDispatched, StatusAtCentre, StatusProcessing, StatusRegistered, StatusRefused, StatusMailed, StatusEnvelope, StatusKept,
		StatusReturned, StatusEmailed, StatusHandedOver, StatusWithdrawing, StatusWithdrawn, StatusRemoved}
}

// Reached says that a state is at least as far along the road as another.
func (s Status) Reached(other Status) bool {
	return slices.Index(Statuses(), s) >= slices.Index(Statuses(), other)
}

// FormStatus is how far the form alone is: complete says that no check finds an error in it.
func FormStatus(g *Graduate, complete bool) Status {
	switch {
	case g.Removed != nil:
		return StatusRemoved
	case !complete:
		return StatusDraft
	case g.Current().CardNumber == "":
		return StatusComplete
	default:
		return StatusNumbered
	}
}

// Trail is where the papers of a registration are: its live list, and the package that they are in;
// nil for none. A registration that goes its own way has neither.
type Trail struct {
	List    *List
	Package *Package
	// WithdrawnInTime says that the application of withdrawal was posted in time, by the days of the
	// campaign as they are now.
	WithdrawnInTime bool
}

// StatusOf is how far a registration is. Form is its [FormStatus]; checked says that nothing is
// missing in its kit and every question about it is answered (UA-158…161).
func StatusOf(g *Graduate, form Status, checked bool, t Trail) Status {
	r := g.Current()
	if g.Removed != nil {
		return StatusRemoved
	}
	for _, follows := range []func() Status{func() Status { return r.withdrawal(t) }, r.outcome,
		func() Status { return r.underWay(t) }, func() Status { return r.atSchool(checked, t) }} {
		if s := follows(); s != "" {
			return s
		}
	}
	return form
}

// withdrawal is the state of who gives the registration up, "" for everybody else. What was posted
// too late withdraws nobody (UA-107).
func (r *Registration) withdrawal(t Trail) Status {
	switch sent := r.Fact(FactWithdrawalSent, ""); {
	case r.Fact(FactWithdrawn, "") != nil, sent != nil && t.WithdrawnInTime:
		return StatusWithdrawn
	case sent == nil && r.Fact(FactWithdrawing, "") != nil:
		return StatusWithdrawing
	}
	return ""
}

// Withdrawn says that the registration is given up, and the centre knows it in time.
func (r *Registration) Withdrawn(t Trail) bool { return r.withdrawal(t) == StatusWithdrawn }

// outcome is the state behind the centre's answer, or what was seen of it on the centre's site.
func (r *Registration) outcome() Status {
	for _, s := range []struct {
		fact FactKind
		is   Status
	}{{FactEnvelopeHanded, StatusHandedOver}, {FactEnvelopeReturned, StatusReturned}, {FactEnvelopeKept, StatusKept},
		{FactEnvelopeArrived, StatusEnvelope}, {FactResultEmailed, StatusEmailed}, {FactEnvelopeSent, StatusMailed}} {
		if r.Fact(s.fact, "") != nil && !r.Refused() {
			return s.is
		}
	}
	switch r.AnswerState() {
	case AnswerRegistered:
		return StatusRegistered
	case AnswerRefused:
		return StatusRefused
	}
	return ""
}

// underWay is the state of papers that have left.
func (r *Registration) underWay(t Trail) Status {
	switch {
	case r.seenAt() == MeansProcessing:
		return StatusProcessing
	case r.seenAt() == MeansReceived, r.ReceivedOn(t) != "":
		return StatusAtCentre
	case r.SentOn(t) != "":
		return StatusDispatched
	}
	return ""
}

// atSchool is the state of papers that the school has.
func (r *Registration) atSchool(checked bool, t Trail) Status {
	switch {
	case t.Package != nil:
		return StatusPacked
	case t.List != nil:
		return StatusListed
	case r.Fact(FactKitReceived, "") == nil:
		return ""
	case checked:
		return StatusChecked
	}
	return StatusReceived
}

// SentOn is the day on which the papers left: the postmark of their package or of their own letter,
// and by courier the day that the centre has recorded (UA-062, UA-063); "" for not yet.
func (r *Registration) SentOn(t Trail) Date {
	if t.Package != nil {
		return t.Package.SentOn()
	}
	if f := r.Fact(FactSent, ""); f != nil {
		return f.On
	}
	return ""
}

// ReceivedOn is the day from which the centre counts its working days (UA-152); "" for not yet.
func (r *Registration) ReceivedOn(t Trail) Date {
	if t.Package != nil {
		return t.Package.Received
	}
	if f := r.Fact(FactReceivedByCentre, ""); f != nil {
		return f.On
	}
	return ""
}
