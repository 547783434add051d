package reports

import (
	"io"
	"strconv"

	"graduand/data/text"
)

// Erasure is a certificate that personal data were destroyed (F-16).
type Erasure struct {
	School   string
	Campaign string
	Registry string
	// Made is the day and time as they are shown; By is who did it, in which Role.
	Made   string
	By     string
	Role   string
	Reason string
	// Head signs for the school, HeadTitle is the post.
	Head      string
	HeadTitle string
	// What was destroyed and what Remains of it elsewhere, an entry a line.
	What    []string
	Persons int
	Remains []string
	// HeadHash is the hash of the last event of the history, which anybody can
	// compare with the file.
	HeadHash string
}

// Letters of the certificate.
func actLetter() letter  { return letter{face: serif, size: 12} }
func actCaption() letter { return letter{face: serif, size: 9, gray: 0.3} }

// ErasureCertificate prints the certificate on A4, with the margins of an official
// letter; long lists go on on further pages, and the signatures are never alone on
// one (F-16). Error: report.no_glyph.
func ErasureCertificate(w io.Writer, e Erasure, language string, own map[string]string) error {
	t := text.For(language).With(own)
	s := newSheet(t.Say("report.erasure_title", nil), serif, serifBold, monoBold)
	a := act{sheet: s, t: t}
	a.title(&e)
	a.facts(&e)
	a.list("report.erasure_what", e.What)
	a.method()
	a.list("report.erasure_remains", e.Remains)
	a.closing(&e)
	a.draw()
	return s.write(w)
}

// title sets the name of the document under the school and the campaign.
func (a *act) title(e *Erasure) {
	a.centred(actLetter(), e.School, 0)
	a.centred(actCaption().sized(10), e.Campaign, 1)
	a.centred(letter{face: serifBold, size: 16}, a.t.Say("report.erasure_title", nil), 9)
	a.gap(6)
}

// facts set who did it, when, to what and why.
func (a *act) facts(e *Erasure) {
	by := e.By
	if by != "" && e.Role != "" {
		by += ", " + e.Role
	}
	for _, fact := range []Row{
		{"report.erasure_registry", e.Registry},
		{"report.erasure_made", e.Made},
		{"report.erasure_by", by},
		{"report.erasure_reason", e.Reason},
		{"report.erasure_persons", strconv.Itoa(e.Persons)},
	} {
		a.fact(a.t.Say(fact.Label, nil), fact.Value)
	}
}

// list sets numbered entries under their heading; without entries there is neither.
func (a *act) list(id string, entries []string) {
	if len(entries) == 0 {
		return
	}
	a.heading(a.t.Say(id, nil))
	for i, entry := range entries {
		a.entry(strconv.Itoa(i+1)+".", entry)
	}
}

// method tells how the data were destroyed.
func (a *act) method() {
	a.heading(a.t.Say("report.erasure_how", nil))
	a.paragraph(actLetter().wrap(a.t.Say("report.erasure_method", nil), letterRight-letterLeft), letterLeft)
}

// closing sets the hash and the signatures, which stay together.
func (a *act) closing(e *Erasure) {
	a.heading(a.t.Say("report.erasure_hash", nil))
	a.paragraph(letter{face: monoBold, size: 10}.wrap(e.HeadHash, letterRight-letterLeft), letterLeft)
	a.keepLast()
	a.gap(8)
	responsible := e.By
	if responsible == e.Head {
		// The head did it: the other signature is somebody else's, whom we do not know.
		responsible = ""
	}
	a.signature(e.HeadTitle, e.Head)
	a.keepLast()
	a.signature(a.t.Say("report.responsible", nil), responsible)
}

// signature sets a post, a line to sign on, and the name.
func (a *act) signature(post, name string) {
	b := actLetter().fitWords(post, headWidth, 9)
	height := b.height() + 10
	a.add(height+actCaption().leading(), func(y float64) {
		y += height
		a.sheet.block(b, letterLeft, y-b.height())
		sign, whose := a.t.Say("report.signature_caption", nil), a.t.Say("report.name_caption", nil)
		a.sheet.signed(signX, y, signWidth, "", sign)
		a.sheet.signed(headNameX, y, letterRight-headNameX, name, whose)
	})
}
