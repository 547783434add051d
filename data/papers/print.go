package papers

import (
	"cmp"
	"io"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"graduand/data"
	"graduand/reports"
)

// Order finds the document that a job asks for. The errors are print.unknown_document,
// print.unknown_format, print.unknown_paper, print.no_option, print.pick, print.bad_each and
// print.bad_offset.
func (s *Source) Order(job Job) (Document, error) {
	d := DocumentOf(s.Campaign, job.Document)
	if d.write == nil {
		var known []string
		for _, d := range Documents(s.Campaign) {
			known = append(known, d.Code)
		}
		return d, data.Fail("print.unknown_document", data.Args{"value": job.Document, "known": strings.Join(known, ", ")})
	}
	if !slices.Contains(d.Formats, job.Format) {
		return d, data.Fail("print.unknown_format", data.Args{"file": job.Format, "known": strings.Join(d.Formats, ", ")})
	}
	return d, d.offers(job)
}

// maximumEach is how often a document has each at most: no sheet of photos needs more.
const maximumEach = 99

// maximumOffset is by how many mm something is moved at most, as much as the edge of a label is
// white: what is printed on it stays on the sheet.
const maximumOffset = reports.LabelEdge

// offers refuses what is asked of a document that does not offer it.
func (d Document) offers(job Job) error {
	missing := ""
	switch {
	case job.Paper != "" && len(d.Papers) == 0:
		missing = "printing_screen.paper"
	case job.Each != 0 && d.Each == 0:
		missing = "printing_screen.each"
	case job.Offset != (Offset{}) && !d.Moved:
		missing = "printing_screen.right"
	case job.Blank && !d.Blank:
		missing = "printing_screen.blank"
	case d.Picked && len(job.Only) == 0 && job.Again == 0:
		return data.Fail("print.pick", data.Args{"document": d.Title})
	case d.Packed && job.Package == "" && job.Again == 0:
		return data.Fail("print.needs_package", data.Args{"document": d.Title})
	case job.Paper != "" && !slices.Contains(d.Papers, job.Paper):
		return data.Fail("print.unknown_paper", data.Args{"value": job.Paper, "known": strings.Join(d.Papers, ", ")})
	case job.Each < 0 || job.Each > maximumEach:
		return data.Fail("print.bad_each", data.Args{"limit": maximumEach})
	case !(math.Abs(job.Offset.Right) <= maximumOffset && math.Abs(job.Offset.Down) <= maximumOffset):
		return data.Fail("print.bad_offset", data.Args{"limit": maximumOffset})
	}
	if missing != "" {
		return data.Fail("print.no_option", data.Args{"document": d.Title, "option": data.Term(missing)})
	}
	return nil
}

// Print draws what a job asks for, of the chosen graduates those for whom it is. The same
// data gives the same bytes. The errors are those of [Source.Order], print.nobody,
// print.nobody_needs, what a final list refuses, and those of package reports.
func (s *Source) Print(w io.Writer, job Job, chosen []Graduate) (Printed, error) {
	d, err := s.Order(job)
	if err != nil {
		return Printed{}, err
	}
	whom := audience{on: chosen}
	if d.AboutNobody(job) {
		whom.on = nil
	}
	if d.who != nil {
		if whom, err = d.who(s, chosen); err != nil {
			return Printed{}, err
		}
	}
	if len(whom.on) == 0 && !d.AboutNobody(job) {
		return Printed{}, data.Fail("print.nobody", nil)
	}
	printed := s.count(&d, whom)
	printed.Impersonal = d.AboutNobody(job)
	job.Paper, job.Each = d.PaperOf(job), cmp.Or(job.Each, d.Each)
	drawn := *s
	drawn.told = &printed
	printed.Pages, err = drawn.draw(&d, w, job, whom.on)
	return printed, err
}

// count says who is in a document.
func (s *Source) count(d *Document, whom audience) Printed {
	printed := Printed{Graduates: len(whom.on), Left: whom.left, Registered: whom.registered,
		Unconfirmed: d.Layout && !s.Campaign.LayoutConfirmed, To: s.Campaign.Recipient(d.To, &s.School)}
	if d.notes != nil {
		printed.Notes = d.notes(s)
	}
	if d.doubts != nil {
		printed.Doubted = d.doubts(s, whom.on)
	}
	printed.Worded = slices.ContainsFunc(d.places, func(place string) bool { return !s.Campaign.Confirmed(place) })
	for _, g := range whom.on {
		printed.IDs = append(printed.IDs, g.ID)
		if d.Leaves() && s.Campaign.FormStatus(g.Graduate, g.Findings) == data.StatusDraft {
			printed.Unready = append(printed.Unready, Unready{ID: g.ID, Name: nameAndClass(g.Graduate)})
		}
		if len(g.Against) > 0 {
			printed.Against = append(printed.Against, Doubted{ID: g.ID, Name: nameAndClass(g.Graduate), Found: g.Against})
		}
		if d.Picked && len(whom.on) > 1 {
			printed.Picked = append(printed.Picked, Unready{ID: g.ID, Name: nameAndClass(g.Graduate)})
		}
		if d.Numbered && s.Campaign.CardNumber.Used && g.Current().CardNumber == "" {
			printed.Drafts = append(printed.Drafts, Unready{ID: g.ID, Name: nameAndClass(g.Graduate)})
		}
	}
	return printed
}

// maximumNumber is how many letters of an outgoing number the form has room for.
const maximumNumber = 20

// outgoing judges what a list leaves under, and who is on one that is final.
func (s *Source) outgoing(job Job, on []Graduate) (date data.Date, err error) {
	if date, err = data.ReadDay(data.FieldTitle("outgoing_date"), job.OutgoingDate, s.Today); err != nil {
		return "", err
	}
	if _, err := data.CleanText(data.Term("printing_screen.number"), job.OutgoingNumber); err != nil {
		return "", err
	}
	if utf8.RuneCountInString(job.OutgoingNumber) > maximumNumber {
		return "", data.Fail("print.number_too_long", data.Args{"limit": maximumNumber})
	}
	if !job.Final {
		return date, nil
	}
	if date > s.Today {
		return "", data.Fail("print.future_day", data.Args{"value": date.Dotted()})
	}
	return date, cmp.Or(refuseFinal(on), s.refuseHead())
}
