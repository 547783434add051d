package papers

import (
	"io"
	"path/filepath"

	"graduand/data"
	"graduand/data/phone"
	"graduand/reports"
)

// Issued is one access with its password.
type Issued struct {
	Graduate *data.Graduate
	data.Access
	// Password is "" when it was handed over: it can no longer be read then.
	Password string
}

// Readable says that the password can still be read.
func (i *Issued) Readable() bool { return i.Password != "" }

// WriteSlips draws a slip for each access, as a PDF (KG-016, KG-036).
func (s *Source) WriteSlips(w io.Writer, issued []Issued) error {
	all := make([]reports.Slip, len(issued))
	for i := range issued {
		all[i] = s.Slip(&issued[i])
	}
	return s.stamp(w, slips, s.writtenIn(), func(w io.Writer) error { return reports.Slips(w, all, s.writtenIn(), s.own()) })
}

// Slip is what one graduate gets to sign in with; it names the site of a platform only.
func (s *Source) Slip(i *Issued) reports.Slip {
	slip := reports.Slip{FullName: i.Graduate.FullName(), Class: i.Graduate.Class, Login: shownLogin(i.Login), Password: i.Password,
		Door: string(i.Door), School: s.School.Name, Campaign: s.Campaign.ShortTitle, Issued: i.Made.On.Dotted(), HandedOver: !i.Readable()}
	if i.Door == data.DoorPlatform {
		slip.Address = s.School.Site
	}
	return slip
}

// shownLogin writes a phone as people read it, and any other login as it is.
func shownLogin(login string) string {
	if len(login) > 0 && login[0] == '+' {
		return phone.Format(login)
	}
	return login
}

// WritePaperKey draws the sheet with the code that opens a registry whose passwords are
// forgotten, for the safe (KG-007): of which file, who had it made, and where the history
// stood then.
func (s *Source) WritePaperKey(w io.Writer, registry, code, by, anchor string) error {
	sheet := reports.RecoverySheet{School: s.School.Name, Campaign: s.Campaign.ShortTitle, File: filepath.Base(registry),
		Code: code, Made: s.Today.Dotted(), By: by, Anchor: anchor}
	return s.stamp(w, paperKey, s.Campaign.Language, func(w io.Writer) error { return reports.Recovery(w, sheet, s.Campaign.Language, s.own()) })
}
