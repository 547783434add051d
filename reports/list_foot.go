package reports

import (
	"strconv"
	"strings"

	"graduand/reports/paper"
)

// Measures of what stands below the table in mm.
const (
	footAbove = 7.0
	footSpace = 13.0
	sealSpace = 7.0
)

// footHeight is the height of kits, signature and seal.
func footHeight(l *List) float64 {
	height := footAbove + kitsBlock(l).Height() + footSpace + paper.CaptionDrop + paper.OfficialCaption().Leading()
	if title := headTitle(l); len(title.Lines) > 1 {
		height += title.Height() - title.Leading()
	}
	return height + sealSpace + paper.OfficialWords().Leading()
}

func headTitle(l *List) paper.Block {
	return paper.OfficialWords().FitWords(l.HeadTitle, paper.PostWidth, 9)
}

// kitsBlock is the sentence with the number of kits; no-break spaces around the
// number are the blank that it stands on.
func kitsBlock(l *List) paper.Block {
	return paper.OfficialWords().Wrap(strings.Replace(l.Kits, "%s", blank(l), 1), paper.OfficialRight-paper.OfficialLeft)
}

func blank(l *List) string {
	const pad = "\u00a0\u00a0\u00a0"
	return pad + strconv.Itoa(len(l.Rows)) + pad
}

// listFoot sets the sentence about the kits, the head's signature and the seal.
func listFoot(doc *paper.Document, l *List, y float64) {
	y += footAbove
	kits := kitsBlock(l)
	for i, line := range kits.Lines {
		underline(doc, kits.Type, line, blank(l), y+kits.Ascent()+float64(i)*kits.Leading())
	}
	y = doc.Block(kits, paper.OfficialLeft, y) + footSpace
	title := headTitle(l)
	y += title.Height() - title.Leading()
	doc.Block(title, paper.OfficialLeft, y-title.Height())
	doc.Signed(paper.SignX, y, paper.SignWidth, "", l.SignatureCaption)
	doc.Signed(paper.NameX, y, paper.OfficialRight-paper.NameX, l.HeadName, l.NameCaption)
	y += paper.CaptionDrop + paper.OfficialCaption().Leading() + sealSpace
	doc.Block(paper.OfficialWords().Wrap(l.Seal, paper.PostWidth), paper.OfficialLeft, y)
}

// underline draws the line of a blank under the part of a line of text.
func underline(doc *paper.Document, l paper.Type, line, part string, y float64) {
	before, _, found := strings.Cut(line, part)
	if !found {
		return
	}
	x := paper.OfficialLeft + l.Width(before)
	doc.Line(x, y+0.8, x+l.Width(part), y+0.8, paper.Thin)
}
