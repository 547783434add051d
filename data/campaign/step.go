package campaign

import (
	"slices"
	"strings"
	"sync"

	"graduand/data"
)

// dropDisabled takes the fields out of the form that are switched off.
func (c *Campaign) dropDisabled() {
	for i := range c.Steps {
		c.Steps[i].Fields = slices.DeleteFunc(c.Steps[i].Fields, func(f Field) bool { return f.Enabled != nil && !*f.Enabled })
	}
	c.buildIndex()
	c.indexDays()
	c.spoken = &sync.Map{}
}

// Shows tells whether the form asks p for a field.
func (c *Campaign) Shows(f *Field, p *Person) (bool, error) {
	if f.Shown == "" {
		return true, nil
	}
	return c.Holds(f.Shown, p)
}

// Attached is one file in a form.
type Attached struct {
	// Field is the code of its field; For the privilege that it proves, in a field of
	// several files.
	Field string
	For   string
	// ID names the attachment.
	ID string
}

// Place is where the file stands, as it is asked for: its field, and of several in one field
// what it proves and which of them it is.
func (a Attached) Place() string {
	if a.For == "" {
		return a.Field
	}
	return a.Field + ":" + a.For + ":" + a.ID
}

// Attached are the files that g's form and receipts name.
func (c *Campaign) Attached(g *data.Graduate) []Attached {
	var files []Attached
	for _, f := range c.index.list {
		switch value := g.Get(f.Code); {
		case value == "":
		case f.Kind == KindFile:
			files = append(files, Attached{Field: f.Code, ID: value})
		case f.Kind == KindFiles:
			files = append(files, FilesOf(f.Code, value)...)
		}
	}
	// A later attempt goes on with the receipts of the one before.
	named := map[string]bool{}
	for i := range g.Registrations {
		for _, p := range g.Registrations[i].Payments {
			if p.File != "" && !named[p.ID] {
				named[p.ID] = true
				files = append(files, Attached{Field: data.PaymentField(p.ID), ID: p.File})
			}
		}
	}
	return files
}

// AttachedAt is the file at a place of g's form, as [Attached.Place] names it; of several in
// one field the first where nothing tells them apart. found is false where there is none.
func (c *Campaign) AttachedAt(g *data.Graduate, place string) (a Attached, found bool) {
	wanted := PlaceOf(place)
	for _, a := range c.Attached(g) {
		if a.Field == wanted.Field && (wanted.For == "" || a.For == wanted.For) && (wanted.ID == "" || a.ID == wanted.ID) {
			return a, true
		}
	}
	return Attached{}, false
}

// PlaceOf reads what [Attached.Place] writes, or its beginning: "privilege_documents:orphan" is any
// file that proves that.
func PlaceOf(place string) (a Attached) {
	a.Field, a.For, _ = strings.Cut(place, ":")
	a.For, a.ID, _ = strings.Cut(a.For, ":")
	return a
}

// FilesOf reads the value of a field of several files: "orphan:1f…,orphan:2e…".
func FilesOf(field, value string) []Attached {
	var files []Attached
	for _, entry := range data.SplitList(value) {
		of, id, _ := strings.Cut(entry, ":")
		files = append(files, Attached{Field: field, For: of, ID: id})
	}
	return files
}

// WithFile is the value of a field after a file was put in: beside those that are there for what
// it proves, and in the place of another where a field takes one.
func WithFile(value, of, id string) string {
	if of == "" {
		return id
	}
	entry := of + ":" + id
	entries := data.SplitList(value)
	if slices.Contains(entries, entry) {
		return value
	}
	return strings.Join(append(entries, entry), ",")
}
