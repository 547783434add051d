package reports

import (
	"strconv"
	"strings"
)

// Measures of the signature block in mm.
const (
	footAbove   = 7.0
	footSpace   = 13.0
	headWidth   = 58.0
	signX       = letterLeft + headWidth + 4
	signWidth   = 44.0
	headNameX   = signX + signWidth + 6
	sealSpace   = 7.0
	captionDrop = 0.4
)

// footHeight is the height of kits, signature and seal.
func footHeight(l *List) float64 {
	height := footAbove + kitsBlock(l).height() + footSpace + captionDrop + listCaption().leading()
	if title := headTitle(l); len(title.lines) > 1 {
		height += title.height() - title.leading()
	}
	return height + sealSpace + listLetter().leading()
}

func headTitle(l *List) block { return listLetter().fitWords(l.HeadTitle, headWidth, 9) }

// kitsBlock is the sentence with the number of kits; no-break spaces around the
// number are the blank that it stands on.
func kitsBlock(l *List) block {
	return listLetter().wrap(strings.Replace(l.Kits, "%s", blank(l), 1), letterRight-letterLeft)
}

func blank(l *List) string {
	const pad = "\u00a0\u00a0\u00a0"
	return pad + strconv.Itoa(len(l.Rows)) + pad
}

// listFoot sets the sentence about the kits, the head's signature and the seal.
func (s *sheet) listFoot(l *List, y float64) {
	y += footAbove
	kits := kitsBlock(l)
	for i, line := range kits.lines {
		s.underline(kits.letter, line, blank(l), y+kits.ascent()+float64(i)*kits.leading())
	}
	y = s.block(kits, letterLeft, y) + footSpace
	title := headTitle(l)
	y += title.height() - title.leading()
	s.block(title, letterLeft, y-title.height())
	s.signed(signX, y, signWidth, "", l.SignatureCaption)
	s.signed(headNameX, y, letterRight-headNameX, l.HeadName, l.NameCaption)
	y += captionDrop + listCaption().leading() + sealSpace
	s.block(listLetter().wrap(l.Seal, headWidth), letterLeft, y)
}

// signed draws a line with words on it and the caption under it.
func (s *sheet) signed(x, y, width float64, words, caption string) {
	b := listLetter().fitBoth(words, width, 7)
	s.blockCentre(b, x, x+width, y-b.height())
	s.line(x, y, x+width, y, thin)
	s.blockCentre(listCaption().fitBoth(caption, width, 7), x, x+width, y+captionDrop)
}

// underline draws the line of a blank under the part of a line of text.
func (s *sheet) underline(l letter, line, part string, y float64) {
	before, _, found := strings.Cut(line, part)
	if !found {
		return
	}
	x := letterLeft + l.width(before)
	s.line(x, y+0.8, x+l.width(part), y+0.8, thin)
}
