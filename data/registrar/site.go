package registrar

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
)

// SitePage is one page of the centre's site, filled for one graduate.
type SitePage struct {
	Title string
	Rows  []SiteRow
}

// SiteRow is one field in the order of that site. Value is what has to be typed there;
// for a picture it is the name under which [Registrar.SaveOriginals] saves it.
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
func (r *Registrar) SitePages(id string) ([]SitePage, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	e, err := r.visible(id)
	if err != nil {
		return nil, err
	}
	return r.sitePages(e)
}

// sitePages is SitePages for who holds the lock and has asked for the right.
func (r *Registrar) sitePages(e *entry) ([]SitePage, error) {
	p := r.Campaign().Person(e.graduate, &r.school, r.Today())
	var pages []SitePage
	for _, page := range r.Campaign().SitePages {
		filled := SitePage{Title: page.Title}
		for _, code := range page.Fields {
			rows, err := r.siteRows(e.graduate, p, code)
			if err != nil {
				return nil, err
			}
			filled.Rows = append(filled.Rows, rows...)
		}
		pages = append(pages, filled)
	}
	return pages, nil
}

// siteRows is one field, or each of its files; none when it is not asked of this person.
func (r *Registrar) siteRows(g *data.Graduate, p *campaign.Person, code string) ([]SiteRow, error) {
	f := r.Campaign().Field(code)
	if f != nil {
		if shown, err := r.Campaign().Shows(f, p); err != nil || !shown {
			return nil, err
		}
	}
	row := SiteRow{Field: code, Title: r.FieldTitle(code)}
	if f != nil && f.Title != "" {
		row.Title = f.Title
	}
	switch {
	case f != nil && (f.Kind == campaign.KindFile || f.Kind == campaign.KindFiles):
		row.Picture = true
		var rows []SiteRow
		for _, a := range r.Campaign().Attached(g) {
			if a.Field == code {
				row.Value = r.originalName(g, a)
				rows = append(rows, row)
			}
		}
		if len(rows) == 0 {
			row.Value = ""
			rows = append(rows, row)
		}
		return rows, nil
	case f != nil && f.Kind == "institution":
		row.Value = r.school.Name
	default:
		row.Value = r.Words(code, g.Get(code))
	}
	return []SiteRow{row}, nil
}

// originalName is what an original is called in a folder: surname, name, what it is. The
// ending follows from the content and is added when it is written.
func (r *Registrar) originalName(g *data.Graduate, a campaign.Attached) string {
	what := fmt.Sprint(r.FieldTitle(a.Field))
	if f := r.Campaign().Field(a.Field); f != nil && f.Title != "" {
		what = f.Title
	}
	if _, is := data.PaymentOf(a.Field); is {
		what = inWords(r.words(), data.Term("field.receipt"))
	}
	if item := r.Campaign().Privilege(a.For); item != nil {
		what = item.Title
	}
	return fmt.Sprintf("%s_%s_%.40s_%.6s", fileWord(g.Surname), fileWord(g.GivenName), fileWord(what), a.ID)
}

// fileWord keeps what every disk takes in a name.
func fileWord(s string) string { return notInNames.ReplaceAllString(strings.TrimSpace(s), "_") }

var notInNames = regexp.MustCompile(`[<>:"/\\|?*., \x00-\x1f]+`)

// SaveOriginals writes every photo and scan of the graduates, all when there are no ids,
// untouched into a folder, for uploading to the centre's site, and notes it in the history
// (KG-013, KG-027). It returns how many files were written; progress may be nil. The files
// are open: whoever has the folder can see them.
func (r *Registrar) SaveOriginals(ctx context.Context, ids []string, folder string, progress func(done, total int)) (written int, err error) {
	defer r.tell(&err, HistoryGrew)
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightPrint); err != nil {
		return 0, err
	}
	chosen, err := r.choose(Filter{Only: ids})
	if err != nil {
		return 0, err
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return 0, data.FailWith(err, "file.cannot_write", data.Args{"file": folder})
	}
	var saved []*entry
	for i, e := range chosen {
		n, failure := r.saveOriginalsOf(ctx, e, folder)
		written += n
		if n > 0 {
			saved = append(saved, e)
		}
		if err = failure; err == nil {
			err = ctx.Err()
		}
		if err != nil {
			break
		}
		if progress != nil {
			progress(i+1, len(chosen))
		}
	}
	if written == 0 {
		return 0, refusal(err, data.Fail("attachment.no_originals", nil))
	}
	// Files are there: the history must know them, cancelled or not.
	noted := r.update(context.WithoutCancel(ctx), func(c *change) error {
		return c.note(EventOriginals, "", 0, nil, eventBody{Note: fmt.Sprint(written), Graduates: idsOf(saved)})
	})
	return written, refusal(err, noted)
}

func (r *Registrar) saveOriginalsOf(ctx context.Context, e *entry, folder string) (written int, err error) {
	for _, a := range r.Campaign().Attached(e.graduate) {
		content, err := r.attachment(ctx, e, a.ID)
		if err != nil {
			return written, err
		}
		ending := ".jpg"
		if isPNG(content) {
			ending = ".png"
		}
		if err := SaveFile(filepath.Join(folder, r.originalName(e.graduate, a)+ending), content); err != nil {
			return written, err
		}
		written++
	}
	return written, nil
}

// Contact is whom a school asks: the regional centre and the district one, as far as the
// campaign and the school's own page know them.
type Contact struct{ Centre, Phone, Email, Site string }

// Contacts are those of the regional centre and of the district one (KG-004, UA-142).
func (r *Registrar) Contacts() []Contact {
	r.mu.Lock()
	defer r.mu.Unlock()
	var contacts []Contact
	if c := r.Campaign().Centre(r.school.Centre); c != nil {
		contacts = append(contacts, Contact{c.Title, c.Phone, c.Email, r.Campaign().SiteURL})
	}
	if r.school.DistrictCentre != "" || r.school.DistrictCentreContact != "" {
		contacts = append(contacts, Contact{Centre: r.school.DistrictCentre, Phone: r.school.DistrictCentreContact})
	}
	return contacts
}
