package paper

import (
	"graduand/data"
	"graduand/data/text"
)

// The margins of an official document in mm (DSTU 4163-2003, 4.2).
const (
	OfficialLeft   = 30.0
	OfficialRight  = PageWidth - 10.0
	OfficialTop    = 20.0
	OfficialBottom = PageHeight - 20.0
)

// OfficialWords is how the words of an official document are set.
func OfficialWords() Type { return Serif.Sized(12) }

// OfficialCaption is how the captions of its places to sign are set.
func OfficialCaption() Type { return Serif.Sized(9) }

// OfficialNote is for the captions of what the program words.
func OfficialNote() Type { return Serif.Sized(9).Grey(0.3) }

// Measures of a signature in mm: the width of the post of who signs, the line, where the
// name begins, and how far below the line its caption hangs.
const (
	PostWidth   = 58.0
	SignX       = OfficialLeft + PostWidth + 4
	SignWidth   = 44.0
	NameX       = SignX + SignWidth + 6
	CaptionDrop = 0.4
)

// Official is an official document that is not yet on pages.
type Official struct {
	Pile
	Doc *Document
	T   *text.Text
}

// Paragraph sets a block from x mm on.
func (a *Official) Paragraph(b Block, x float64) {
	for _, line := range b.Lines {
		a.Add(b.Leading(), func(y float64) { a.Doc.Text(b.Type, x, y+b.Ascent(), line) })
	}
	a.keepLines(len(b.Lines))
}

// Centred sets words in the middle, space mm below what stands above; nothing for
// no words.
func (a *Official) Centred(as Type, words string, space float64) {
	if words == "" {
		return
	}
	a.Gap(space)
	b := as.Wrap(words, OfficialRight-OfficialLeft)
	for _, line := range b.Lines {
		a.Add(b.Leading(), func(y float64) { a.Doc.TextCentre(as, OfficialLeft, OfficialRight, y+as.Ascent(), line) })
	}
}

// Heading sets a bold line that stays with what follows.
func (a *Official) Heading(words string) {
	a.Gap(5)
	b := SerifBold.Sized(12).Wrap(words, OfficialRight-OfficialLeft)
	for _, line := range b.Lines {
		a.Add(b.Leading(), func(y float64) { a.Doc.Text(b.Type, OfficialLeft, y+b.Ascent(), line) })
		a.KeepLast()
	}
	a.Gap(1)
}

// Fact sets a value beside its label, on one strip.
func (a *Official) Fact(label, value string) {
	const labelWidth, between = 52.0, 3.0
	name := OfficialWords().Sized(11).FitWords(label, labelWidth, 8)
	b := OfficialWords().FitWords(value, OfficialRight-OfficialLeft-labelWidth-between, 9)
	height := max(name.Height(), b.Height()) + 1.6
	a.Add(height, func(y float64) {
		a.Doc.Block(name, OfficialLeft, y+OfficialWords().Ascent()-name.Ascent())
		a.Doc.Block(b, OfficialLeft+labelWidth+between, y)
		a.Doc.Hair(OfficialLeft, y+height-0.6, OfficialRight, y+height-0.6)
	})
	a.Gap(0.8)
}

// Entry sets the words of a list right of their number.
func (a *Official) Entry(number, words string) {
	const indent = 9.0
	b := OfficialWords().Wrap(words, OfficialRight-OfficialLeft-indent)
	for i, line := range b.Lines {
		a.Add(b.Leading(), func(y float64) {
			if i == 0 {
				a.Doc.Text(b.Type, OfficialLeft, y+b.Ascent(), number)
			}
			a.Doc.Text(b.Type, OfficialLeft+indent, y+b.Ascent(), line)
		})
	}
	a.keepLines(len(b.Lines))
	a.Gap(0.8)
}

// Draw sets all pages; more than one are numbered above the margin.
func (a *Official) Draw() {
	spans := a.Pages(OfficialTop, OfficialTop, OfficialBottom)
	for n, p := range spans {
		a.Doc.Page()
		if len(spans) > 1 {
			words := a.T.Say("report.erasure_sheet", data.Args{"page": n + 1, "pages": len(spans)})
			a.Doc.BlockRight(OfficialNote().Wrap(words, OfficialRight-OfficialLeft), OfficialRight, OfficialTop-7)
		}
		a.Put(p, OfficialTop)
	}
}

// Signature sets a post, a line to sign on, and the name.
func (a *Official) Signature(post, name string) {
	b := OfficialWords().FitWords(post, PostWidth, 9)
	height := b.Height() + 10
	a.Add(height+OfficialNote().Leading(), func(y float64) {
		y += height
		a.Doc.Block(b, OfficialLeft, y-b.Height())
		sign, whose := a.T.Say("report.signature_caption", nil), a.T.Say("report.name_caption", nil)
		a.Doc.Signed(SignX, y, SignWidth, "", sign)
		a.Doc.Signed(NameX, y, OfficialRight-NameX, name, whose)
	})
}

// Signed draws a line with words on it and the caption under it.
func (doc *Document) Signed(x, y, width float64, words, caption string) {
	b := OfficialWords().FitBoth(words, width, 7)
	doc.BlockCentre(b, x, x+width, y-b.Height())
	doc.Line(x, y, x+width, y, Thin)
	doc.BlockCentre(OfficialCaption().FitBoth(caption, width, 7), x, x+width, y+CaptionDrop)
}

// Seal sets where the seal goes, beside the signature.
func (a *Official) Seal(words string) {
	if words == "" {
		return
	}
	a.KeepLast()
	a.Gap(4)
	a.Paragraph(OfficialNote().Sized(10).Wrap(words, OfficialRight-OfficialLeft), SignX)
}

// Personal sets the date and the signature of who applies.
func (a *Official) Personal(name string) {
	const dateWidth = 40.0
	a.Add(14, func(y float64) {
		a.Doc.Signed(OfficialLeft, y+8, dateWidth, "", a.T.Say("report.letter_date", nil))
		a.Doc.Signed(SignX, y+8, SignWidth, "", a.T.Say("report.signature_caption", nil))
		a.Doc.Signed(NameX, y+8, OfficialRight-NameX, name, a.T.Say("report.name_caption", nil))
	})
}

// Filled sets what somebody signs for, and the places for the day, the signature and the name.
func (a *Official) Filled(words string) { a.FilledBy(words, "") }

// FilledBy is [Official.Filled] by somebody whose name is known; "" is a line for the pen.
func (a *Official) FilledBy(words, name string) {
	const labelWidth, dateX, dateWidth, signX, nameX, above = 48.0, OfficialLeft + 51.0, 27.0, OfficialLeft + 82.0, OfficialLeft + 126.0, 8.0
	b := OfficialWords().FitWords(words, labelWidth, 9)
	height := b.Height() + above
	a.Add(height+OfficialCaption().Leading()+CaptionDrop, func(y float64) {
		y += height
		a.Doc.Block(b, OfficialLeft, y-b.Height())
		a.Doc.Signed(dateX, y, dateWidth, "", a.T.Say("report.letter_date", nil))
		a.Doc.Signed(signX, y, nameX-signX-4, "", a.T.Say("report.signature_caption", nil))
		a.Doc.Signed(nameX, y, OfficialRight-nameX, name, a.T.Say("report.name_caption", nil))
	})
}
