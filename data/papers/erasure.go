package papers

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"graduand/data"
	"graduand/reports"
)

// Erased says what was destroyed, for the certificate.
type Erased struct {
	Persons int
	// All says that the whole campaign was erased, with its automatic backups.
	All    bool
	Reason string
	// Backups is how many automatic backups went with it.
	Backups int
	// Kept is how many automatic backups still hold what was erased.
	Kept int
	// Next are the registries of the next campaign, by campaign and id, that know portraits of this
	// one by their looks: nobody can tell there whose they are.
	Next []string
	// Images says that only photos and scans were destroyed.
	Images bool
	// Head is the hash of the history after it, in hexadecimal.
	Head string
}

// Eraser says of which registry something was erased, when, by whom and in which role.
type Eraser struct {
	Registry, ID string
	At           time.Time
	By, Role     string
}

// WriteCertificate draws the certificate of an erasure: who destroyed what, when and why,
// and what remains elsewhere (F-16).
func (s *Source) WriteCertificate(w io.Writer, done Erased, by Eraser) error {
	return s.stamp(w, erasure, s.Campaign.Language, func(w io.Writer) error {
		return reports.ErasureCertificate(w, s.Certificate(done, by), s.Campaign.Language, s.own())
	})
}

// Certificate composes the certificate of an erasure: what was destroyed, by whom and when
// (F-16).
func (s *Source) Certificate(done Erased, by Eraser) reports.Erasure {
	return reports.Erasure{School: s.School.Name, Campaign: s.Campaign.Title, Registry: fmt.Sprintf("%s (%s)", filepath.Base(by.Registry), by.ID),
		Made: by.At.Format("02.01.2006 15:04"), By: by.By, Role: s.say("role."+by.Role, nil),
		Reason: done.Reason, Head: s.School.HeadName, HeadTitle: s.School.HeadTitle, Persons: done.Persons, HeadHash: done.Head,
		Responsible: s.besidesHead(by),
		What:        s.destroyed(done), Remains: s.remains(done)}
}

// besidesHead is how who erased it signs, initials and surname; "" where that is the head, who
// signs already: then the second signature is of somebody whom we do not know.
func (s *Source) besidesHead(by Eraser) string {
	name := signs(by.By)
	if by.Role == headRole || data.SearchKey(name) == data.SearchKey(signs(s.School.HeadName)) {
		return ""
	}
	return name
}

// headRole is the role of the head, accesses the capability of campaigns with logins.
const (
	headRole = "head"
	accesses = "accesses"
)

// destroyed are the lines of what is gone.
func (s *Source) destroyed(done Erased) []string {
	ids := []string{"erase.what_records", "erase.what_images", "erase.what_accesses", "erase.what_history"}
	switch {
	case done.Images:
		ids = []string{"erase.what_images"}
	case !s.Campaign.Has(accesses):
		ids = slices.Delete(ids, 2, 3)
	}
	lines := s.lines(ids)
	if done.Backups > 0 {
		lines = append(lines, s.say("erase.what_backups", data.Args{"count": done.Backups}))
	}
	return lines
}

// remains are the lines of what is still elsewhere.
func (s *Source) remains(done Erased) []string {
	var lines []string
	if done.Kept > 0 {
		lines = append(lines, s.say("erase.remains_kept", data.Args{"count": done.Kept}))
	}
	if len(done.Next) > 0 {
		lines = append(lines, s.say("erase.remains_next", data.Args{"registries": strings.Join(done.Next, ", ")}))
	}
	return append(lines, s.lines([]string{"erase.remains_backups", "erase.remains_paper", "erase.remains_centre", "erase.remains_history"})...)
}

func (s *Source) lines(ids []string) []string {
	var lines []string
	for _, id := range ids {
		lines = append(lines, s.say(id, nil))
	}
	return lines
}
