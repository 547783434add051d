package papers

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

// SitePage is one page of the centre's site, filled for one graduate.
type SitePage struct {
	Title string
	Rows  []SiteRow
}

// SiteRow is one field in the order of that site. Value is what has to be typed there;
// for a picture it is the name under which the original is saved.
type SiteRow struct {
	Field string
	// Title is for data/text to word.
	Title any
	Value any
	// Picture says that a file is uploaded there, not typed.
	Picture bool
}

// SitePages are the fields of one graduate in the order of the centre's own site, for who
// types them there; none where the campaign has no such site.
func (s *Source) SitePages(g *data.Graduate) ([]SitePage, error) {
	p := s.person(g)
	var pages []SitePage
	for _, page := range s.Campaign.SitePages {
		filled := SitePage{Title: page.Title}
		for _, code := range page.Fields {
			rows, err := s.siteRows(g, p, code)
			if err != nil {
				return nil, err
			}
			filled.Rows = append(filled.Rows, rows...)
		}
		pages = append(pages, filled)
	}
	if paid := s.sitePayments(g); len(pages) > 0 && len(paid.Rows) > 0 {
		pages = append(pages, paid)
	}
	return pages, nil
}

// siteRows is one field, or each of its files; none when it is not asked of this person.
func (s *Source) siteRows(g *data.Graduate, p *campaign.Person, code string) ([]SiteRow, error) {
	f := s.Campaign.Field(code)
	if f != nil {
		if shown, err := s.Campaign.Shows(f, p); err != nil || !shown {
			return nil, err
		}
	}
	row := SiteRow{Field: code, Title: s.siteTitle(code)}
	switch {
	case f.HoldsFiles():
		return s.fileRows(g, row), nil
	case f != nil && f.Kind == campaign.KindInstitution:
		row.Value = s.School.Name
	default:
		row.Value = s.Campaign.Words(code, g.Get(code))
	}
	return []SiteRow{row}, nil
}

// fileRows is a row for each file of a field, one that is empty where there is none.
func (s *Source) fileRows(g *data.Graduate, row SiteRow) []SiteRow {
	row.Picture = true
	var rows []SiteRow
	for _, a := range s.Campaign.Attached(g) {
		if a.Field == row.Field {
			row.Value = s.OriginalName(g, a)
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		row.Value = ""
		rows = append(rows, row)
	}
	return rows
}

// siteTitle is what the form calls a field, or what the program does.
func (s *Source) siteTitle(code string) any {
	if f := s.Campaign.Field(code); f != nil && f.Title != "" {
		return f.Title
	}
	return s.Campaign.FieldTitle(code)
}

// OriginalName is what an original is called in a folder: surname, name, what it is, and
// the beginning of its id, which keeps two apart. The ending follows from the content.
func (s *Source) OriginalName(g *data.Graduate, a campaign.Attached) string {
	what := fmt.Sprint(s.siteTitle(a.Field))
	if _, is := data.PaymentOf(a.Field); is {
		what = s.say("field.receipt", nil)
	}
	if item := s.Campaign.Privilege(a.For); item != nil {
		what = item.Title
	}
	words := fmt.Sprintf("%s_%s_%.40s", fileWord(g.Surname), fileWord(g.GivenName), fileWord(what))
	return data.FileName(words, fmt.Sprintf("_%.6s", strings.Map(signOfID, a.ID)))
}

// signOfID is -1 for what no id of ours has: a file may bring any, a way into another
// folder too.
func signOfID(r rune) rune {
	if '0' <= r && r <= '9' || 'a' <= r && r <= 'z' {
		return r
	}
	return -1
}

// fileWord makes one word of several, for a file name: no space in it and no dot.
func fileWord(s string) string { return betweenWords.ReplaceAllString(strings.TrimSpace(s), "_") }

var betweenWords = regexp.MustCompile(`[<>:"/\\|?*., \x00-\x1f]+`)

// SiteSheet composes the data of one graduate in the order of the centre's site; a file
// is named by [Source.OriginalName] (KG-013). The sheet speaks as around does; what is found
// and typed at the site, its pages, fields and values, is in the words of s: the site has no
// others.
func (s *Source) SiteSheet(g Graduate, around *Source) (reports.SiteSheet, error) {
	sheet := reports.SiteSheet{Campaign: around.Campaign.Title, Site: around.Campaign.SiteTitle, School: s.School.Name,
		Class: around.place(g.Graduate), Name: s.titleName(g.Graduate), Made: s.Today.Dotted()}
	pages, err := s.SitePages(g.Graduate)
	if err != nil {
		return sheet, err
	}
	p := s.person(g.Graduate)
	for _, page := range pages {
		sheet.Pages = append(sheet.Pages, reports.SitePage{Title: page.Title, Entries: s.siteEntries(page.Rows, p, around)})
	}
	return sheet, nil
}

// siteEntries are the rows of one page. An empty field that must not be empty says so: it
// is not one to be passed over.
func (s *Source) siteEntries(rows []SiteRow, p *campaign.Person, around *Source) []reports.Entry {
	entries := make([]reports.Entry, len(rows))
	for i, row := range rows {
		title := s.formTitle(row.Field)
		if _, is := data.PaymentOf(row.Field); is {
			title = row.Title
		}
		entries[i].Label = data.Capital(fmt.Sprint(s.words().Word(title)))
		switch f := s.Campaign.Field(row.Field); {
		case row.Value == "" && f != nil && s.Holds(f.Required, p):
			entries[i].Lines = []any{data.Term("report_form.site_lacking")}
		case row.Value == "":
		case row.Picture:
			entries[i].Lines = []any{around.say("report_form.site_file", data.Args{"file": row.Value})}
		default:
			entries[i].Lines = []any{s.words().Word(row.Value)}
		}
	}
	return entries
}

// SiteList composes who of the chosen stands at the centre's site, and of whom something has
// changed here since (KG-013).
func (s *Source) SiteList(chosen []Graduate) reports.SiteList {
	list := reports.SiteList{School: s.School.Name, Campaign: s.Campaign.Title, Made: s.Today.Dotted()}
	for _, g := range chosen {
		row := reports.SiteRow{Name: s.titleName(g.Graduate), Class: g.Class, State: data.SiteStateOf(g.Graduate, g.Findings)}
		if f := g.Current().Fact(data.FactEntered, ""); f != nil {
			row.On, row.By = f.On.Dotted(), f.By
		}
		list.Rows = append(list.Rows, row)
	}
	return list
}

// sitePayments is the page of the receipts that count, each with its type, sum, number and
// picture: the centre's site asks for them as for the rest. It has no rows where there is none.
func (s *Source) sitePayments(g *data.Graduate) SitePage {
	page := SitePage{Title: s.say("site.payments", nil)}
	for _, p := range g.Current().Payments {
		if p.Cancelled == nil {
			page.Rows = append(page.Rows, s.receiptRows(g, p)...)
		}
	}
	return page
}

func (s *Source) receiptRows(g *data.Graduate, p data.Payment) []SiteRow {
	field := data.PaymentField(p.ID)
	row := func(title string, value any) SiteRow {
		return SiteRow{Field: field, Title: data.Term(title), Value: value}
	}
	kind := any(p.Type)
	if t := s.Campaign.PaymentType(p.Type); t != nil {
		kind = t.Title
	}
	rows := []SiteRow{row("site.payment_type", kind), row("site.payment_amount", strconv.Itoa(p.Amount)), row("site.payment_number", p.Number)}
	if p.File != "" {
		file := row("site.payment_picture", s.OriginalName(g, campaign.Attached{Field: field, ID: p.File}))
		file.Picture = true
		rows = append(rows, file)
	}
	return rows
}
