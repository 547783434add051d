package registry

import (
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/vault"
)

// takeFiles takes over which files a field of the form names. Each stands in a place that
// takes one, and is a picture that came with the letter or stood in the form before.
func (v *View) takeFiles(g *data.Graduate, c FieldChange, l *letter) error {
	if err := v.RefuseLocked(g, c.Field); err != nil {
		return err
	}
	before, named := g.Clone(), v.named(g)
	var entries []string
	seen := map[string]bool{}
	for _, a := range attachedIn(v.Campaign().Field(c.Field), c.After) {
		entry := a.ID
		if a.For != "" {
			entry = a.For + ":" + a.ID
		}
		if seen[entry] {
			continue
		}
		if err := v.TakesFile(before, c.Field, a.For); err != nil {
			return err
		}
		if err := l.came(a.ID); err != nil && !named[a.ID] {
			return err
		}
		seen[entry], entries = true, append(entries, entry)
	}
	g.Set(c.Field, strings.Join(entries, ","))
	for _, a := range v.Campaign().Attached(g) {
		if !named[a.ID] {
			g.AskAgain(a.ID)
		}
	}
	l.noteJudged(v.Campaign(), g)
	return v.RefuseTooManyFiles(g)
}

// attachedIn are the files that a value of a field of files names.
func attachedIn(f *campaign.Field, value string) []campaign.Attached {
	switch {
	case value == "":
		return nil
	case f.Kind == campaign.KindFile:
		return []campaign.Attached{{Field: f.Code, ID: value}}
	}
	return campaign.FilesOf(f.Code, value)
}

// came refuses a file that did not come with the letter, or is no picture; "" is none.
func (l *letter) came(file string) error {
	if file == "" {
		return nil
	}
	err, came := l.pictures[file]
	if !came {
		return data.Fail("attachment.gone", nil)
	}
	return err
}

// newFiles are the files that a letter would bring into g's form, each once and at most
// [maximumFiles]. What does not look like the id of a file is none.
func (v *View) newFiles(g *data.Graduate, l *letter) []string {
	var files []string
	known := v.named(g)
	add := func(id string) {
		if isFileID(id) && !known[id] && len(files) < maximumFiles {
			known[id], files = true, append(files, id)
		}
	}
	for _, c := range l.changes {
		if f := v.Campaign().Field(c.Field); f.HoldsFiles() {
			for _, a := range attachedIn(f, c.After) {
				add(a.ID)
			}
		}
		if _, is := data.PaymentOf(c.Field); is {
			var p data.Payment
			if json.Unmarshal([]byte(c.After), &p) == nil {
				add(p.File)
			}
		}
	}
	return files
}

// fieldOf is the field of the form that a letter puts a file into, "" for a receipt's.
func (l *letter) fieldOf(c *campaign.Campaign, id string) string {
	for _, change := range l.changes {
		f := c.Field(change.Field)
		if f.HoldsFiles() && slices.ContainsFunc(attachedIn(f, change.After), func(a campaign.Attached) bool { return a.ID == id }) {
			return f.Code
		}
	}
	return ""
}

// noteJudged keeps what the rules say of the files that a letter has brought into g's form.
func (l *letter) noteJudged(c *campaign.Campaign, g *data.Graduate) {
	for _, a := range c.Attached(g) {
		if judged := l.judged[a.ID]; judged != nil && c.Field(a.Field) != nil {
			c.NoteAttached(g, a.Field, a.ID, judged)
		}
	}
}

// isFileID says that text has the form of the id of an attachment, which ends up in names of
// files: see [Edit.Seal].
func isFileID(id string) bool {
	octets, err := hex.DecodeString(id)
	return err == nil && len(octets) == vault.FingerprintSize && id == strings.ToLower(id)
}
