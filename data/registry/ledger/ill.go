package ledger

import (
	"slices"

	"graduand/data"
)

// Ill is one fault of a registry: an id of data/text under "doctor." and its arguments,
// without a name of anybody.
type Ill struct {
	Code string
	Args data.Args
	// Blocks says that with it nothing can be relied on: the file opens for examination
	// alone. Any other Ill harms only what it names.
	Blocks bool
}

// Blocking is the first of the ills that blocks, nil for none.
func Blocking(ills []Ill) *Ill {
	at := slices.IndexFunc(ills, func(i Ill) bool { return i.Blocks })
	if at < 0 {
		return nil
	}
	return &ills[at]
}

func illOf(code, id string) Ill { return Ill{Code: code, Args: data.Args{"id": id}} }

// Ills are those that were found at the opening and since.
func (l *Ledger) Ills() []Ill { return l.ills }

func (l *Ledger) fall(ill Ill) { l.ills = append(l.ills, ill) }

// pageOf names a page of a table that is spoilt.
func pageOf(table string) Ill { return Ill{Code: "page", Args: data.Args{"fault": table}} }

// orPage keeps the failure to read a table, because a page of it is spoilt, as an Ill.
func (l *Ledger) orPage(table string, err error) error {
	if data.CodeOf(err) != "registry.damaged" {
		return err
	}
	l.fall(pageOf(table))
	return nil
}
