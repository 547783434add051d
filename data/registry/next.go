package registry

import (
	"graduand/data"
	"graduand/data/campaign"
)

// goes says which way a row goes to the centre, and its envelope back.
func (v *View) goes(row *Row, p *campaign.Person) error {
	c := v.Campaign()
	row.OwnWay = false
	if c.Has(CapabilityLists) {
		belongs, err := c.Belongs(p)
		if err != nil {
			return err
		}
		row.OwnWay = !belongs
	}
	if route, err := c.RouteFor(p); err != nil {
		return err
	} else if route != nil {
		row.Via, row.Route = route.Via, route.Code
	}
	home, err := c.Holds(c.EnvelopeMail.Home, p)
	if err != nil {
		return err
	}
	row.Home = home
	return nil
}

// next is what is to be done next about a row whose state is known.
func (v *View) next(row *Row) data.Next {
	switch {
	case row.Status == data.StatusWithdrawn && v.HasEnrolled() && row.Graduate.LastSent().Submitted() != nil:
		return data.NextExport
	case row.Status == data.StatusRemoved || row.Status == data.StatusWithdrawn:
		return ""
	case row.Status == data.StatusWithdrawing:
		return data.NextWithdraw
	case row.Status.Reached(data.StatusRegistered):
		return v.nextAnswered(row)
	case v.rejected(row.Graduate.Current()):
		return data.NextResend
	case row.Status.Reached(data.StatusDispatched):
		return v.nextAway(row)
	case row.Status.Reached(data.StatusReceived):
		return nextOfKit(row)
	}
	switch next := v.nextOfForm(row); {
	case next != "":
		return next
	case v.Campaign().RecordedOnSite():
		return v.nextOnSite(row)
	}
	return v.nextOfCard(row)
}

// rejected says that the centre has not taken the record that was sent last.
func (v *View) rejected(r *data.Registration) bool {
	said := r.Acknowledged()
	return said != nil && said.Seen == data.RecordRejected && v.HasEnrolled()
}

func (v *View) nextOfForm(row *Row) data.Next {
	g := row.Graduate
	switch {
	case row.Form == data.StatusDraft && untouched(g):
		return data.NextFill
	case row.First != nil && row.First.Call && row.First.Severity == data.SeverityError:
		return data.NextCall
	case row.Errors > 0:
		return data.NextMend
	case v.Campaign().Has(CapabilityAccesses) && g.AwaitsAccess():
		return data.NextHandAccess
	case row.ImagesHold:
		return data.NextImages
	case row.Form == data.StatusDraft:
		return data.NextFinish
	}
	return ""
}

// untouched says that nothing but what class lists bring stands in a form.
func untouched(g *data.Graduate) bool {
	r := g.Current()
	return len(g.Fields) == 0 && len(r.Subjects) == 0 && r.CardNumber == "" && len(r.Payments) == 0
}

// Untouched says that nothing but what class lists bring stands in the form of a row.
func (row *Row) Untouched() bool { return untouched(row.Graduate) }

func (v *View) nextOfCard(row *Row) data.Next {
	c := v.Campaign()
	switch {
	case c.CardNumber.Used && row.Graduate.Current().CardNumber == "":
		return data.NextNumber
	case c.HasCards() && (row.Card == data.CardMissing || row.Card == data.CardChanged):
		return data.NextPrintCard
	case row.Card == data.CardPrinted:
		return data.NextCheckCard
	case row.Card == data.CardChecked:
		return data.NextSignCard
	case row.Via == campaign.ViaInPerson:
		return data.NextVisit
	case c.Has(CapabilityLists) && !row.OwnWay:
		return data.NextKit
	case c.Has(CapabilityPost):
		return data.NextSend
	}
	return ""
}

func nextOfKit(row *Row) data.Next {
	list, pack := row.Trail.List, row.Trail.Package
	switch {
	case list == nil && row.Via == campaign.ViaInPerson:
		return data.NextVisit
	case list == nil && row.OwnWay:
		return data.NextSend
	case list == nil && !row.KitDone:
		return data.NextCheckKit
	case list == nil:
		return data.NextList
	case list.Final == nil:
		return data.NextFinalList
	case pack == nil:
		return data.NextPack
	case pack.Closed == nil:
		return data.NextClose
	}
	return data.NextPost
}

func (v *View) nextAway(row *Row) data.Next {
	received := row.Graduate.Current().ReceivedOn(row.Trail)
	due := v.Campaign().AddWorkingDays(received, v.Campaign().AnswerWorkingDays)
	switch {
	case received == "" && v.HasEnrolled() && row.Graduate.Current().Submitted() == nil:
		return data.NextExport
	case received == "":
		return data.NextAwaitIn
	case due < v.Today():
		return data.NextAsk
	}
	return data.NextAwait
}

func (v *View) nextAnswered(row *Row) data.Next {
	r := row.Graduate.Current()
	switch row.Status {
	case data.StatusHandedOver, data.StatusEmailed:
		return ""
	case data.StatusEnvelope:
		return data.NextHandOver
	case data.StatusKept, data.StatusReturned:
		return data.NextCollect
	}
	switch {
	case r.AnswerSeen(), r.AppealGranted():
		return data.NextAnswer
	case r.Refused():
		return data.NextRetry
	case v.Campaign().Has(CapabilityEnvelopes) && !row.Home:
		return data.NextAwaitPost
	}
	return ""
}

func (v *View) nextOnSite(row *Row) data.Next {
	c := v.Campaign()
	switch {
	case row.Site == data.SiteMissing && !v.HasEnrolled():
		return data.NextOnSite
	case row.Site == data.SiteMissing && row.Graduate.Current().Submitted() == nil:
		return data.NextExport
	case row.Site == data.SiteChanged:
		return data.NextSiteAnew
	case !c.Has(CapabilityPayments):
		return ""
	}
	owed := c.Owed(row.Graduate)
	switch {
	case owed.Is(campaign.OwedUnpaid) || owed.Is(campaign.OwedPart) || owed.State() == campaign.OwedRefused:
		return data.NextPay
	case owed.State() == campaign.OwedPending:
		return data.NextAwaitPay
	}
	return ""
}
