package campaign

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"graduand/data"
)

// Renewal is what a newer edition of a campaign's file changes, for a person to look at before it is
// taken (KG-001, UA-003).
type Renewal struct {
	// Before and After are the revisions.
	Before, After int
	Days          []DayMove
	Topics        []Topic
}

// DayMove is a day that is another in the newer edition; an empty one is not known.
type DayMove struct {
	Title         any
	Before, After data.Date
	// Own says that the school had named the day before.
	Own bool
}

// Topic is a part of the rules that is not as it was. Code is the end of an id of data/text, the
// others are titles of what is in its tables; a topic without any has changed in its wording.
type Topic struct {
	Code                    string
	Added, Removed, Changed []any
}

// topics say under which heading a key of the file is told; those that are left out belong to "other".
var topics = map[string]string{
	"answer_working_days": "dates", "planned_source": "dates", "date": "dates", "holiday": "days_off",
	"subject": "subjects", "subject_rules": "subjects", "language_of_tasks": "subjects",
	"condition": "conditions", "condition_group": "conditions", "additional_reason": "conditions", "disability_mark": "conditions",
	"fee": "fees", "payment_type": "fees",
	"step": "form", "form": "form", "rule": "form", "category": "form", "mark": "form", "privilege": "form", "institution_type": "form",
	"settlement_list": "form", "name_script": "form", "card_number": "form", "document_kind": "form",
	"kit_document": "kit", "kit": "kit", "copy": "kit", "route": "kit",
	"photo": "photos", "photo_age_reference": "photos", "files_required": "photos",
	"refusal_reason": "answers", "external_status": "answers", "envelope": "answers", "envelope_document": "answers",
	"postal_operator": "post", "post": "post", "packing": "post", "tracking": "post", "labels": "post",
	"centre": "centres", "link": "centres", "site_page": "centres", "site_title": "centres", "site_url": "centres",
	"card": "papers", "list": "papers", "sample": "papers", "notice": "papers", "hint": "papers", "cover": "papers", "memo": "papers",
	"privacy_note": "papers", "legal_basis": "papers", "edition": "papers", "title": "papers", "short_title": "papers",
}

// untold are keys that say nothing of the season.
var untold = []string{"format", "minimum_program", "id", "revision", "demo"}

// fixed are the keys by which people and messages are known: a newer edition that changes one is another
// campaign.
var fixed = []string{"country", "time_zone", "phone_region", "phone_is_login", "person_key", "place_of_record"}

// RefuseRenewal says why an edition cannot take the place of c in the middle of a season: it is of
// another campaign (campaign.another), not newer (campaign.not_newer), or knows people by another
// key (campaign.fixed).
func (c *Campaign) RefuseRenewal(newer *Campaign) error {
	switch {
	case newer.ID != c.ID:
		return data.Fail("campaign.another", quoted(data.Args{"value": newer.ID, "id": c.ID}))
	case newer.Revision <= c.Revision:
		return data.Fail("campaign.not_newer", data.Args{"value": newer.Revision, "revision": c.Revision})
	}
	for key, values := range c.beside(newer) {
		if slices.Contains(fixed, key) && !values.same() {
			return data.Fail("campaign.fixed", data.Args{"key": key})
		}
	}
	return nil
}

// Renewed tells what a newer edition changes; both have the school's own days in them.
func (c *Campaign) Renewed(newer *Campaign) Renewal {
	r := Renewal{Before: c.Revision, After: newer.Revision, Days: slices.Concat(c.movedDates(newer), c.movedSubjects(newer))}
	told := map[string]*Topic{}
	for key, values := range c.beside(newer) {
		if slices.Contains(untold, key) {
			continue
		}
		if added, removed, changed := values.differ(key); len(added)+len(removed)+len(changed) > 0 || !values.listed() && !values.same() {
			code := cmp.Or(topics[key], "other")
			if told[code] == nil {
				told[code] = &Topic{Code: code}
			}
			t := told[code]
			t.Added, t.Removed, t.Changed = append(t.Added, added...), append(t.Removed, removed...), append(t.Changed, changed...)
		}
	}
	for _, t := range told {
		r.Topics = append(r.Topics, *t)
	}
	slices.SortFunc(r.Topics, func(a, b Topic) int { return strings.Compare(a.Code, b.Code) })
	return r
}

func (c *Campaign) movedDates(newer *Campaign) (moves []DayMove) {
	for i := range newer.Dates {
		d := &newer.Dates[i]
		before := c.Date(d.Code)
		if before == nil {
			before = &Date{}
		}
		if before.On != d.On {
			moves = append(moves, DayMove{wording("date", d.Code, d.Title), before.On, d.On, before.Own})
		}
	}
	for i := range c.Dates {
		if d := &c.Dates[i]; newer.Date(d.Code) == nil && d.On != "" {
			moves = append(moves, DayMove{wording("date", d.Code, d.Title), d.On, "", d.Own})
		}
	}
	return moves
}

// movedSubjects are the exam days of subjects that both editions have.
func (c *Campaign) movedSubjects(newer *Campaign) (moves []DayMove) {
	for i := range newer.Subjects {
		s := &newer.Subjects[i]
		before := c.Subject(s.Code)
		if before == nil {
			continue
		}
		for _, day := range []DayMove{{"campaign_change.main_day", before.On, s.On, false}, {"campaign_change.additional_day", before.Additional, s.Additional, false}} {
			if day.Before != day.After {
				day.Title = data.Phrase{ID: day.Title.(string), Args: data.Args{"subject": newer.subjectWording(s.Code)}}
				moves = append(moves, day)
			}
		}
	}
	return moves
}

// pair are the values of one key of two files.
type pair struct{ before, after reflect.Value }

// beside are the keys of the file with what stands there and in a newer edition.
func (c *Campaign) beside(newer *Campaign) map[string]pair {
	all := map[string]pair{}
	a, b := reflect.ValueOf(c).Elem(), reflect.ValueOf(newer).Elem()
	for _, f := range reflect.VisibleFields(a.Type()) {
		if key := f.Tag.Get("toml"); key != "" && key != "-" {
			all[key] = pair{a.FieldByIndex(f.Index), b.FieldByIndex(f.Index)}
		}
	}
	return all
}

func (p pair) same() bool { return reflect.DeepEqual(p.before.Interface(), p.after.Interface()) }

// listed says that the values are tables of entries with codes or days.
func (p pair) listed() bool {
	return p.before.Kind() == reflect.Slice && p.before.Type().Elem().Kind() == reflect.Struct && keyField(p.before.Type().Elem()) != ""
}

// keyField is by what the entries of a table are told apart.
func keyField(of reflect.Type) string {
	for _, name := range []string{"Code", "On"} {
		if _, has := of.FieldByName(name); has {
			return name
		}
	}
	return ""
}

// differ are the titles of the entries that one of two tables has alone, and of those that have
// changed. Days are told by themselves.
func (p pair) differ(key string) (added, removed, changed []any) {
	if !p.listed() {
		return nil, nil, nil
	}
	before, after := byEntry(p.before), byEntry(p.after)
	for i := range p.after.Len() {
		entry := p.after.Index(i)
		was, known := before[entryKey(entry)]
		switch {
		case !known:
			added = append(added, titleOf(key, entry))
		case !reflect.DeepEqual(withoutDays(was), withoutDays(entry)):
			changed = append(changed, titleOf(key, entry))
		}
	}
	for i := range p.before.Len() {
		entry := p.before.Index(i)
		if _, still := after[entryKey(entry)]; !still {
			removed = append(removed, titleOf(key, entry))
		}
	}
	return added, removed, changed
}

func byEntry(table reflect.Value) map[string]reflect.Value {
	all := map[string]reflect.Value{}
	for i := range table.Len() {
		all[entryKey(table.Index(i))] = table.Index(i)
	}
	return all
}

func entryKey(entry reflect.Value) string { return entry.FieldByName(keyField(entry.Type())).String() }

// withoutDays is an entry without its days, which are told by themselves.
func withoutDays(entry reflect.Value) any {
	switch e := entry.Interface().(type) {
	case Date:
		e.On, e.Own = "", false
		return e
	case Subject:
		e.On, e.Additional = "", ""
		return e
	default:
		return e
	}
}

func titleOf(table string, entry reflect.Value) any {
	title := entry.FieldByName("Title")
	if keyField(entry.Type()) == "On" {
		return strings.TrimSpace(data.Date(entryKey(entry)).Dotted() + " " + title.String())
	}
	if !title.IsValid() || title.Kind() != reflect.String {
		return entryKey(entry)
	}
	return wording(table, entryKey(entry), title.String())
}
