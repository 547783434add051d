package registry

import (
	"graduand/data"
	"graduand/data/campaign"
)

// date finds the last day for what is still to be done about a row, and by how many days too late
// something was sent (F-03).
func (v *View) date(row *Row) {
	c, g := v.Campaign(), row.Graduate
	r := g.Current()
	row.Due, row.Late = nil, 0
	if sent := r.SentOn(row.Trail); sent != "" {
		if term := c.SendingEnd(v.Sending(g, r, row.Route, sent)); term.Verdict == campaign.SentLate {
			row.Late = term.Days
		}
	}
	if !isDue(c, row) {
		return
	}
	s := v.Sending(g, r, row.Route, v.Today())
	switch row.Status {
	case data.StatusWithdrawing:
		s.Withdrawal = true
	case data.StatusRefused:
		s.Kind, s.SentBefore = data.RetryRegistration, s.SentBefore || v.sentBefore(r)
	}
	row.Due = c.SendingEnd(s).End
}

// isDue says that something of a registration is still to be sent, or to be entered at the centre's
// site: what waits for others is not.
func isDue(c *campaign.Campaign, row *Row) bool {
	switch {
	case row.Status == data.StatusRemoved, row.Status == data.StatusWithdrawn:
		return false
	case row.Status == data.StatusWithdrawing, row.Status == data.StatusRefused:
		return true
	case c.RecordedOnSite():
		return row.Next != "" && row.Next != data.NextAwaitPay
	}
	return !row.Status.Reached(data.StatusDispatched)
}

// Sending is what is sent on a day of an attempt of a graduate, whose way has the code route, for the
// campaign to judge (F-03).
func (v *View) Sending(g *data.Graduate, r *data.Registration, route string, on data.Date) campaign.Sending {
	s := campaign.Sending{Kind: r.Kind, Route: route, On: on}
	for i := range g.Registrations {
		if earlier := &g.Registrations[i]; earlier.Attempt < r.Attempt {
			s.SentBefore = s.SentBefore || v.sentBefore(earlier)
		}
	}
	return s
}

// Withdrawal is how the posting of an application of withdrawal stands to its last day, as the campaign
// has that now (UA-107); "" where none was posted.
func (v *View) Withdrawal(r *data.Registration) campaign.SendingVerdict {
	sent := r.Fact(data.FactWithdrawalSent, "")
	if sent == nil {
		return ""
	}
	return v.Campaign().SendingEnd(campaign.Sending{Withdrawal: true, On: sent.On}).Verdict
}

// sentBefore says that an attempt was sent before the registration ended (UA-092). What the centre has
// answered was sent, and is not known to be late where nobody has noted the day.
func (v *View) sentBefore(r *data.Registration) bool {
	sent, end := r.SentOn(v.TrailOf(r)), v.Campaign().Date(campaign.RegistrationEnd)
	if sent == "" {
		return r.AnswerState() != ""
	}
	return end == nil || end.On == "" || sent <= end.On
}
