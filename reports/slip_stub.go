package reports

import (
	"graduand/data/text"
	"graduand/reports/paper"
)

// stub sets below y what stays in school when the slip is handed over: whose access it was,
// without the password, with the day and the signature (KG-015, KG-016).
func (p *Slip) stub(doc *paper.Document, t *text.Text, y float64) {
	const nameWidth = 104.0
	doc.Cut(paper.Left, paper.Right, y)
	small := paper.Sans.Sized(7).Grey(0.3)
	doc.BlockRight(small.FitBoth(t.Say("report.slip_stub", nil), 60, 6), paper.Right, y+1.6)
	details := p.Class
	for _, part := range []string{p.Login, t.Say("access.door_"+p.Door, nil)} {
		if details != "" && part != "" {
			details += " · "
		}
		details += part
	}
	doc.Block(paper.SansBold.Sized(8.5).FitBoth(p.FullName, nameWidth, 5.5), paper.Left, y+1.6)
	width := paper.Right - paper.Left - nameWidth - 3
	doc.BlockRight(paper.Sans.Sized(7.5).FitBoth(details, width, 6), paper.Right, y+4.6)
	receipt(doc, t, y+stubHeight-slipMargin-3.2)
}

// receipt sets the line at y on which the graduate signs for the slip.
func receipt(doc *paper.Document, t *text.Text, y float64) {
	const dateX, dateWidth, signX = paper.Left + 58.0, 44.0, paper.Left + 108.0
	doc.BeforeLine(t.Say("report.slip_received", nil), y, dateX-paper.Left-2)
	doc.SignatureLine(dateX, dateWidth, y, t.Say("report.date_caption", nil), "")
	doc.SignatureLine(signX, paper.Right-signX, y, t.Say("report.signature_caption", nil), "")
}
