package papers

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

// Parcel is a package with all that is in it.
type Parcel struct {
	Package *data.Package
	Lists   []PackedList
	// Envelopes are how the kits are shared out, nil where nobody knows what they weigh.
	Envelopes []campaign.Filled
	// SendBy is the day until which it has to be sent, nil for none.
	SendBy *campaign.Date
	// By has packed it, "" for the pen.
	By string
}

// PackedList is a list in a package, and who is on it, in their order.
type PackedList struct {
	List    *data.List
	Members []Graduate
}

func packageNumber(p *data.Package) string { return "№ " + strconv.Itoa(p.Number) }

// writePackage draws the sheet by which a package is counted before it is closed (UA-129).
func writePackage(s *Source, w io.Writer, job Job, on []Graduate) error {
	p, err := s.parcel(job, on)
	if err != nil {
		return err
	}
	return reports.PackageSheetPDF(w, s.PackageSheet(p), s.writtenIn(), s.own())
}

// writeInventory draws what lies in a package, kit by kit, which goes along with it (F-09).
func writeInventory(s *Source, w io.Writer, job Job, on []Graduate) error {
	p, err := s.parcel(job, on)
	if err != nil {
		return err
	}
	inventory, err := s.Inventory(p)
	if err != nil {
		return err
	}
	return reports.InventoryPDF(w, inventory, s.Campaign.Language, s.campaigns().own())
}

// PackageSheet composes the sheet.
func (s *Source) PackageSheet(p Parcel) reports.PackageSheet {
	sheet := reports.PackageSheet{School: s.School.Name, Campaign: s.Campaign.Title, Number: packageNumber(p.Package), Made: s.Today.Dotted(),
		Addressee: s.Campaign.Recipient(data.ToCentre, &s.School), Tracking: p.Package.Tracking, Tracked: true,
		Assembly: s.Campaign.Kits.Assembly, Envelope: strings.ToUpper(s.Campaign.Post.Envelope), PackedBy: p.By}
	if centre := s.Campaign.Centre(s.School.Centre); centre != nil && centre.Address != "" {
		sheet.Address = []string{centre.Address}
	}
	if p.SendBy != nil {
		sheet.SendBy = p.SendBy.On.Dotted()
	}
	if o := s.Campaign.PostalOperator(p.Package.Operator); o != nil {
		sheet.Carrier, sheet.Tracked = o.Title, o.Tracked()
		if item := o.Item(p.Package.Item); item != nil {
			sheet.Item, sheet.Limit = item.Title, item.WeightLimit
		}
	}
	for _, l := range p.Lists {
		list := packedList(l)
		if p.Package.Closed != nil {
			// The kits of who was erased since were counted with the others.
			list.Kits += l.List.Gone(len(l.Members))
		}
		sheet.Lists = append(sheet.Lists, list)
	}
	sheet.Papers = s.besides(p)
	for _, e := range p.Envelopes {
		sheet.Envelopes = append(sheet.Envelopes, reports.PackageEnvelope{Kits: e.Kits, Grams: e.Grams})
	}
	return sheet
}

// packedList is a list as the sheet shows it: the kits are those that were handed in.
func packedList(l PackedList) reports.PackageList {
	row := reports.PackageList{Classes: l.List.Title, People: len(l.Members)}
	if f := l.List.Final; f != nil {
		row.Date, row.Number, row.People = f.Date.Dotted(), f.Number, f.Rows
	}
	var classes []string
	for _, g := range l.Members {
		if g.Current().Fact(data.FactKitReceived, "") != nil {
			row.Kits++
		}
		if g.Class != "" && !slices.Contains(classes, g.Class) {
			classes = append(classes, g.Class)
		}
	}
	if row.Classes == "" {
		row.Classes = strings.Join(classes, ", ")
	}
	return row
}

// besides are the papers that lie beside lists and kits.
func (s *Source) besides(p Parcel) []reports.InventoryPaper {
	var beside []reports.InventoryPaper
	registers := 0
	for _, l := range p.Lists {
		if len(s.registered(l.Members)) > 0 {
			registers++
		}
	}
	if registers > 0 {
		beside = append(beside, reports.InventoryPaper{Title: s.say("document.register", nil), Count: registers})
	}
	if hasCover(s.Campaign) {
		beside = append(beside, reports.InventoryPaper{Title: s.say("document.cover", nil), Count: 1})
	}
	return beside
}

// Inventory composes what lies in a package, in the campaign's own language: it goes to the centre.
func (s *Source) Inventory(p Parcel) (reports.Inventory, error) {
	s = s.campaigns()
	v := reports.Inventory{School: s.School.Name, Address: s.School.Address, Number: packageNumber(p.Package), Made: s.Today.Dotted(),
		Addressee: s.Campaign.Recipient(data.ToCentre, &s.School)}
	if o := s.Campaign.PostalOperator(p.Package.Operator); o != nil && p.Package.Tracking != "" {
		v.Tracking = o.Title + " " + p.Package.Tracking
	}
	for _, l := range p.Lists {
		title := s.say("outgoing.list", data.Args{"title": l.List.Title})
		if f := l.List.Final; f != nil && f.Number != "" {
			title += " № " + f.Number
		}
		v.Papers = append(v.Papers, reports.InventoryPaper{Title: title, Count: 1})
		for _, g := range l.Members {
			kit, err := s.Campaign.Kit(s.person(g.Graduate))
			if err != nil {
				return v, err
			}
			v.Kits = append(v.Kits, reports.InventoryKit{Name: s.titleName(g.Graduate), Number: s.shownNumber(g.Graduate), Papers: len(kit)})
		}
	}
	v.Papers = append(v.Papers, s.besides(p)...)
	return v, nil
}
