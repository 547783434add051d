package reports

import (
	"io"
	"strconv"

	"graduand/data/text"
	"graduand/reports/paper"
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
	// Responsible signs besides, "" for somebody whom the pen names.
	Responsible string
	// What was destroyed and what Remains of it elsewhere, an entry a line.
	What    []string
	Persons int
	Remains []string
	// HeadHash is the hash of the last event of the history, which anybody can
	// compare with the file.
	HeadHash string
}

// ErasureCertificate prints the certificate on A4, with the margins of an official
// document; long lists go on on further pages, and the signatures are never alone on
// one (F-16). Error: report.no_glyph.
func ErasureCertificate(w io.Writer, e Erasure, language string, own map[string]string) error {
	t := text.For(language).With(own)
	doc := paper.New(t.Say("report.erasure_title", nil), paper.Serif, paper.SerifBold, paper.MonoBold)
	a := &paper.Official{Doc: doc, T: t}
	erasureTitle(a, &e)
	erasureFacts(a, &e)
	erasureList(a, "report.erasure_what", e.What)
	erasureMethod(a)
	erasureList(a, "report.erasure_remains", e.Remains)
	erasureClosing(a, &e)
	a.Draw()
	return doc.Write(w)
}

// erasureTitle sets the name of the document under the school and the campaign.
func erasureTitle(a *paper.Official, e *Erasure) {
	a.Centred(paper.OfficialWords(), e.School, 0)
	a.Centred(paper.OfficialNote().Sized(10), e.Campaign, 1)
	a.Centred(paper.SerifBold.Sized(16), a.T.Say("report.erasure_title", nil), 9)
	a.Gap(6)
}

// erasureFacts set who did it, when, to what and why.
func erasureFacts(a *paper.Official, e *Erasure) {
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
		a.Fact(a.T.Say(fact.Label, nil), fact.Value)
	}
}

// erasureList sets numbered entries under their heading; without entries there is neither.
func erasureList(a *paper.Official, id string, entries []string) {
	if len(entries) == 0 {
		return
	}
	a.Heading(a.T.Say(id, nil))
	for i, entry := range entries {
		a.Entry(strconv.Itoa(i+1)+".", entry)
	}
}

// erasureMethod tells how the data were destroyed.
func erasureMethod(a *paper.Official) {
	a.Heading(a.T.Say("report.erasure_how", nil))
	a.Paragraph(paper.OfficialWords().Wrap(a.T.Say("report.erasure_method", nil), paper.OfficialRight-paper.OfficialLeft), paper.OfficialLeft)
}

// erasureClosing sets the hash and the signatures, which stay together.
func erasureClosing(a *paper.Official, e *Erasure) {
	a.Heading(a.T.Say("report.erasure_hash", nil))
	a.Paragraph(paper.MonoBold.Sized(10).Wrap(e.HeadHash, paper.OfficialRight-paper.OfficialLeft), paper.OfficialLeft)
	a.KeepLast()
	a.Gap(8)
	a.Signature(e.HeadTitle, e.Head)
	a.KeepLast()
	a.Signature(a.T.Say("report.responsible", nil), e.Responsible)
}
