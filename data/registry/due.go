package registry

import (
	"graduand/data"
	"graduand/data/campaign"
)

// date finds the last day for what is still to be done about a row, and by how many days too late
// something was sent (F-03).
func (v *View) date(row *Row) {
	c, r := v.Campaign(), row.Graduate.Current()
	row.Due, row.Late = nil, 0
	if sent := r.SentOn(row.Trail); sent != "" {
		if term := c.SendingEnd(v.sendingOf(row, sent)); term.Verdict == campaign.SentLate {
			row.Late = term.Days
		}
	}
	if !isDue(c, row) {
		return
	}
	s := v.sendingOf(row, v.Today())
	if row.Status == data.StatusRefused {
		s.Kind, s.SentBefore = data.RetryRegistration, s.SentBefore || v.sentInTime(r)
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

// sendingOf is what is sent for the current registration of a row on a day.
func (v *View) sendingOf(row *Row, on data.Date) campaign.Sending {
	s := campaign.Sending{Kind: row.Graduate.Current().Kind, Route: row.Route, On: on, Withdrawal: row.Status == data.StatusWithdrawing}
	earlier := row.Graduate.Earlier()
	for i := range earlier {
		s.SentBefore = s.SentBefore || v.sentInTime(&earlier[i])
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

// sentInTime says that a registration was sent before the registration ended (UA-092).
func (v *View) sentInTime(r *data.Registration) bool {
	sent, end := r.SentOn(v.TrailOf(r)), v.Campaign().Date(campaign.RegistrationEnd)
	return sent != "" && end != nil && end.On != "" && sent <= end.On
}
