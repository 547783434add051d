package exchange

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/exchange"
	"graduand/data/registry"
)

// attachment is a photo or scan of a record: whose it is, its id there, its SHA-256 and its octets.
type attachment struct {
	graduate, id, sha256 string
	octets               int64
}

// composer makes records from the registry as it is.
type composer struct {
	ctx  context.Context
	view *registry.View
	// sizes are the octets of all attachments by graduate and id.
	sizes map[[2]string]int64
}

func newComposer(ctx context.Context, v *registry.View) (*composer, error) {
	sizes, err := v.FileSizes(ctx)
	return &composer{ctx, v, sizes}, err
}

// record is what would be said of somebody now, with the photos and scans that it names.
func (m *composer) record(row *registry.Row) (*exchange.Record, []attachment, error) {
	g := row.Graduate
	r := &exchange.Record{Graduate: m.graduate(row)}
	for _, s := range g.Current().Subjects {
		r.Subjects = append(r.Subjects, exchange.Subject{Graduate: g.ID, Subject: s.Subject, Level: s.Level, Attestation: strconv.FormatBool(s.Attestation)})
	}
	for _, code := range g.Current().Conditions {
		r.Conditions = append(r.Conditions, exchange.Condition{Graduate: g.ID, Kind: exchange.KindCondition, Code: code})
	}
	for _, code := range g.Current().Privileges {
		r.Conditions = append(r.Conditions, exchange.Condition{Graduate: g.ID, Kind: exchange.KindPrivilege, Code: code})
	}
	if err := m.fields(g, r); err != nil {
		return nil, nil, err
	}
	files, err := m.files(row, r)
	return r, files, err
}

func (m *composer) graduate(row *registry.Row) exchange.Graduate {
	g, now := row.Graduate, row.Graduate.Current()
	e := exchange.Graduate{ID: g.ID, Key: keyOf(m.view.Campaign(), g), Attempt: strconv.Itoa(now.Attempt), Kind: string(now.Kind),
		Surname: g.Surname, GivenName: g.GivenName, Patronymic: g.Patronymic, Sex: string(g.Sex), BirthDate: string(g.BirthDate), Class: g.Class, Phone: g.Phone,
		DocumentKind: g.Document.Kind, DocumentSeries: g.Document.Series, DocumentNumber: g.Document.Number, Category: g.Category, Marks: strings.Join(g.Marks, " "),
		CardNumber: now.CardNumber, Language: now.Language, AdditionalReason: now.AdditionalReason, Route: row.Route}
	if row.Trail.Package != nil {
		e.Package, e.List = strconv.Itoa(row.Trail.Package.Number), strconv.Itoa(row.Trail.List.Number)
	}
	return e
}

// keyOf is what names somebody in messages, "" while it is not known.
func keyOf(c *campaign.Campaign, g *data.Graduate) string {
	key := g.Get(c.PersonKey)
	if c.PersonKey == data.FieldCardNumber {
		return data.CardKey(key)
	}
	return key
}

// fields are the campaign's own fields of the form that it shows, and that hold no files.
func (m *composer) fields(g *data.Graduate, r *exchange.Record) error {
	c, person := m.view.Campaign(), m.view.Person(g)
	for _, f := range c.AllFields() {
		value := g.Fields[f.Code]
		if value == "" || f.HoldsFiles() || slices.Contains(data.TypedFields(), f.Code) {
			continue
		}
		shown, err := c.Shows(f, person)
		if err != nil {
			return err
		}
		if shown {
			if r.Graduate.Fields == nil {
				r.Graduate.Fields = map[string]string{}
			}
			r.Graduate.Fields[f.Code] = value
		}
	}
	return nil
}

// files are the photos and scans of the form, where they go along, and those of the receipts of
// fees, with the receipts themselves.
func (m *composer) files(row *registry.Row, r *exchange.Record) (files []attachment, err error) {
	g, c := row.Graduate, m.view.Campaign()
	person := m.view.Person(g)
	for _, a := range c.Attached(g) {
		if goes, err := m.goes(row, person, a); err != nil {
			return nil, err
		} else if !goes {
			continue
		}
		file, err := m.attachment(g, a.ID)
		if err != nil {
			return nil, err
		}
		place := a.Field
		if a.For != "" {
			place += ":" + a.For + ":" + file.sha256[:8]
		}
		files = append(files, file)
		r.Documents = append(r.Documents, exchange.Document{Graduate: g.ID, Place: place, SHA256: file.sha256, Bytes: strconv.FormatInt(file.octets, 10)})
	}
	m.payments(g, r)
	return files, nil
}

// goes says that a file goes along: with its receipt, or with a field that the form shows where the
// centre gets files.
func (m *composer) goes(row *registry.Row, person *campaign.Person, a campaign.Attached) (bool, error) {
	c := m.view.Campaign()
	if id, is := data.PaymentOf(a.Field); is {
		return row.Graduate.Current().Payment(id) != nil, nil
	}
	if !c.SendsFiles(row.Route) {
		return false, nil
	}
	return c.Shows(c.Field(a.Field), person)
}

// attachment knows a file by its SHA-256: of one that was attached before there were prints it is
// reckoned.
func (m *composer) attachment(g *data.Graduate, id string) (attachment, error) {
	a := attachment{graduate: g.ID, id: id, sha256: g.Prints[id], octets: m.sizes[[2]string{g.ID, id}]}
	if a.sha256 != "" && a.octets > 0 {
		return a, nil
	}
	content, err := m.view.Attachment(m.ctx, g, id)
	if err != nil {
		return a, err
	}
	a.sha256, a.octets = registry.HexSum(content), int64(len(content))
	return a, nil
}

func (m *composer) payments(g *data.Graduate, r *exchange.Record) {
	for _, p := range g.Current().Payments {
		row := exchange.Payment{Graduate: g.ID, ID: p.ID, Type: p.Type, Amount: strconv.Itoa(p.Amount), Number: p.Number, Added: string(p.Added.On)}
		if p.Cancelled != nil {
			row.Cancelled = string(p.Cancelled.On)
		}
		at := slices.IndexFunc(r.Documents, func(d exchange.Document) bool { return d.Place == data.PaymentField(p.ID) })
		if at >= 0 {
			row.Receipt = r.Documents[at].SHA256
		}
		r.Payments = append(r.Payments, row)
	}
}

// packages are the rows of the packages in which the papers of some are.
func packages(rows []registry.Row) (all []exchange.Package) {
	for i := range rows {
		l, p := rows[i].Trail.List, rows[i].Trail.Package
		if p == nil || l.Final == nil {
			continue
		}
		row := exchange.Package{Package: strconv.Itoa(p.Number), List: strconv.Itoa(l.Number), Date: string(l.Final.Date), Number: l.Final.Number,
			Rows: strconv.Itoa(l.Final.Rows), Operator: p.Operator, Item: p.Item, Tracking: p.Tracking, Postmark: string(p.Postmark)}
		if !slices.Contains(all, row) {
			all = append(all, row)
		}
	}
	return all
}

// values are what a record says, by the codes of fields, as [data.Graduate.Get] gives them; of a file
// the beginning of its SHA-256.
func values(r *exchange.Record) map[string]string {
	e, all := &r.Graduate, map[string]string{}
	for field, value := range e.Fields {
		all[field] = value
	}
	for field, value := range map[string]string{data.FieldSurname: e.Surname, data.FieldGivenName: e.GivenName, data.FieldPatronymic: e.Patronymic, data.FieldSex: e.Sex,
		data.FieldBirthDate: e.BirthDate, data.FieldClass: e.Class, data.FieldPhone: e.Phone, data.FieldDocumentKind: e.DocumentKind, data.FieldDocumentSeries: e.DocumentSeries,
		data.FieldDocumentNumber: e.DocumentNumber, data.FieldCategory: e.Category, data.FieldMarks: commas(e.Marks), data.FieldCardNumber: e.CardNumber,
		data.FieldLanguage: e.Language, data.FieldAdditionalReason: e.AdditionalReason, FieldRoute: e.Route, FieldPackage: e.Package, FieldList: e.List} {
		all[field] = value
	}
	for _, s := range r.Subjects {
		join(all, data.FieldSubjects, strings.TrimSuffix(s.Subject+":"+s.Level, ":"))
		if s.Attestation == "true" {
			join(all, data.FieldAttestation, s.Subject)
		}
	}
	for _, c := range r.Conditions {
		join(all, map[string]string{exchange.KindCondition: data.FieldConditions, exchange.KindPrivilege: data.FieldPrivileges}[c.Kind], c.Code)
	}
	for _, d := range r.Documents {
		join(all, campaign.PlaceOf(d.Place).Field, d.SHA256[:8])
	}
	for _, p := range r.Payments {
		all[data.PaymentField(p.ID)] = strings.TrimRight(strings.Join([]string{p.Number, p.Amount, p.Cancelled}, " "), " ")
	}
	return all
}

// What a record says besides fields of the form.
const (
	FieldRoute   = "route"
	FieldPackage = "package"
	FieldList    = "list"
)

func join(all map[string]string, field, value string) {
	all[field] = strings.TrimPrefix(all[field]+","+value, ",")
}

func commas(blanks string) string { return strings.ReplaceAll(blanks, " ", ",") }
