package campaign

import (
	"slices"

	"graduand/data"
)

// PictureQuestion is what a person has to answer about one picture.
type PictureQuestion struct {
	// Code is that of a [Confirmation], or the rule whose warning is to be looked at.
	Code  string
	Title any
	// Rules are those of the program that ask the same, Doubted that one of them has found
	// something.
	Rules   []string
	Doubted bool
	// Twice says that a yes is no answer in passing: it is asked for once more by a question that
	// names what was found.
	Twice bool
	// Answer is what was answered, nil while nobody has; of kind [data.FactConfirmed] or
	// [data.FactDenied]. Seen is the value that an answer about a rule is given for.
	Answer *data.Fact
	Seen   string
}

// PictureQuestions are what is asked about a picture of a kind: the campaign's own questions, and
// each warning that none of them covers: whether the picture will do in spite of it. Whether a
// picture without a face is a portrait comes before all that is asked about one.
func (c *Campaign) PictureQuestions(kind string, p data.Picture) []PictureQuestion {
	var all []PictureQuestion
	covered := map[string]bool{}
	for _, ask := range c.Photo.Confirmations {
		doubted := slices.ContainsFunc(ask.Rules, func(rule string) bool { return finds(p.Judged.Of(rule)) })
		if !slices.Contains(ask.Of, kind) || ask.Warned && !doubted {
			continue
		}
		for _, rule := range ask.Rules {
			covered[rule] = true
		}
		all = append(all, PictureQuestion{Code: ask.Code, Title: wording("confirm", ask.Code, ask.Title), Rules: ask.Rules, Doubted: doubted,
			Answer: factOf(p.Confirmed, ask.Code)})
	}
	if p.Judged == nil {
		return all
	}
	for i := range p.Judged.Findings {
		switch f := &p.Judged.Findings[i]; {
		case f.Verdict != data.PictureWarn || covered[f.Rule]:
		case c.isFaceless(f, p.Judged):
			q := aboutRule(f, p)
			q.Title, q.Twice = data.Phrase{ID: "photo.is_portrait"}, true
			all = slices.Insert(all, 0, q)
		default:
			all = append(all, aboutRule(f, p))
		}
	}
	return all
}

// Faceless says that a picture which was judged as a portrait shows no face that the program is sure of.
func (c *Campaign) Faceless(p data.Picture) bool {
	return p.Judged != nil && slices.ContainsFunc(p.Judged.Findings, func(f data.PictureFinding) bool { return finds(&f) && c.isFaceless(&f, p.Judged) })
}

// isFaceless says that a finding is that there is no face, not only no clear one: none was found, or what
// was taken for one is so little of it that it would block, were that not milder here.
func (c *Campaign) isFaceless(f *data.PictureFinding, j *data.Judged) bool {
	if f.Text != "photo.no_face" || j.Kind != PictureFace {
		return false
	}
	least := c.Photo.Limits[f.Measure].BlockBelow
	return j.Portrait == nil || least != nil && f.Measured < *least
}

// aboutRule asks to look at a warning; what was said of another value does not count.
func aboutRule(f *data.PictureFinding, p data.Picture) PictureQuestion {
	q := PictureQuestion{Code: f.Rule, Title: data.Phrase{ID: "photo.fits_in_spite", Args: data.Args{"finding": sentenceOf(f)}}, Rules: []string{f.Rule}, Doubted: true, Answer: factOf(p.Confirmed, f.Rule), Seen: f.Seen()}
	if q.Answer != nil && q.Answer.Seen != q.Seen {
		q.Answer = nil
	}
	return q
}

// sentenceOf is what a finding says.
func sentenceOf(f *data.PictureFinding) data.Phrase { return data.Phrase{ID: f.Text, Args: f.Args} }

func finds(f *data.PictureFinding) bool {
	return f != nil && (f.Verdict == data.PictureWarn || blocks(f))
}

func blocks(f *data.PictureFinding) bool {
	return f.Verdict == data.PictureBlock || f.Verdict == data.PictureStop
}

func factOf(facts []data.Fact, of string) *data.Fact {
	if i := slices.IndexFunc(facts, func(f data.Fact) bool { return f.Of == of }); i >= 0 {
		return &facts[i]
	}
	return nil
}

// Blocked are the findings that keep a picture from being used: blocks that nobody has let
// pass, with the value that they had then; what explains the others first ([data.Judged.Told]).
func Blocked(p data.Picture) (all []data.PictureFinding) {
	if p.Judged == nil {
		return nil
	}
	for _, f := range p.Judged.Told() {
		if passed := factOf(p.Overridden, f.Rule); blocks(&f) && (passed == nil || passed.Seen != f.Seen()) {
			all = append(all, f)
		}
	}
	return all
}

// Doubts are the findings about a picture that nobody has answered: warnings which nobody has said
// the picture will do in spite of, and what blocks it.
func (c *Campaign) Doubts(kind string, p data.Picture) (all []data.PictureFinding) {
	if p.Judged == nil {
		return nil
	}
	open := map[string]bool{}
	for _, q := range c.PictureQuestions(kind, p) {
		for _, rule := range q.Rules {
			open[rule] = open[rule] || q.Answer == nil || q.Answer.Kind == data.FactDenied
		}
	}
	blocked := Blocked(p)
	for _, f := range p.Judged.Told() {
		isBlocked := slices.ContainsFunc(blocked, func(b data.PictureFinding) bool { return b.Rule == f.Rule })
		if isBlocked || f.Verdict == data.PictureWarn && open[f.Rule] {
			all = append(all, f)
		}
	}
	return all
}

// IsJudged says that the program has judged a file of g as what it stands for in a field, by the
// limits of today: a portrait as it is turned and cropped, a side of a card as that side. One file
// on both sides of a card is judged as one of them: that it is one file is what is wrong.
func (c *Campaign) IsJudged(f *Field, g *data.Graduate, file string) bool {
	p := g.Pictures[file]
	return p.Judged != nil && p.Judged.Profile == c.Photo.Version && p.Judged.Kind == f.PictureOf() && p.Judged.Turn == p.Turn &&
		(p.Judged.Kind != PictureFace || sameCrop(p.Judged.Crop, p.Crop)) && (p.Judged.Side == f.Side || c.standsAs(g, file, p.Judged))
}

// standsAs says that a file of g stands in a field for what it was judged as.
func (c *Campaign) standsAs(g *data.Graduate, file string, judged *data.Judged) bool {
	return slices.ContainsFunc(c.Attached(g), func(a Attached) bool {
		f := c.Field(a.Field)
		return a.ID == file && f != nil && f.PictureOf() == judged.Kind && f.Side == judged.Side
	})
}

// WithAttached is a graduate with a file put into its place, of which this was said. One that no
// place has had is asked about anew, whatever was answered of the same bytes before they were taken
// out: that stays with the history.
func (c *Campaign) WithAttached(before *data.Graduate, at Attached, judged *data.Judged) *data.Graduate {
	g := before.Clone()
	g.Set(at.Field, WithFile(g.Get(at.Field), at.For, at.ID))
	if !c.HasFile(before, at.ID) {
		g.AskAgain(at.ID)
	}
	c.NoteAttached(g, at.Field, at.ID, judged)
	c.ForgetOtherSides(g)
	return g
}

// ForgetOtherSides takes away what was said of a file as the side of a card on which it stands no
// longer, where it stands on the other one: it is judged anew as what it is.
func (c *Campaign) ForgetOtherSides(g *data.Graduate) {
	for _, a := range c.Attached(g) {
		f, judged := c.Field(a.Field), g.Pictures[a.ID].Judged
		if f != nil && judged != nil && judged.Side != f.Side && !c.IsJudged(f, g, a.ID) {
			g.NoteJudged(a.ID, nil)
		}
	}
}

// HasFile says that g's form or a receipt names a file.
func (c *Campaign) HasFile(g *data.Graduate, id string) bool {
	return slices.ContainsFunc(c.Attached(g), func(a Attached) bool { return a.ID == id })
}

// NoteAttached keeps what the program says of a file as it came into a field. Of one that was there
// before, and is turned or cropped since, what was said of it so stays; of one that stands on the
// other side of a card too, what was said of that side: it is right once the mistake is mended.
func (c *Campaign) NoteAttached(g *data.Graduate, field, file string, judged *data.Judged) {
	f, p := c.Field(field), g.Pictures[file]
	altered := p.Turn != 0 || p.Crop != nil
	if f != nil && c.IsJudged(f, g, file) && (altered && p.Judged.Side == judged.Side || p.Judged.Side != judged.Side) {
		return
	}
	g.NoteJudged(file, judged)
}

func sameCrop(a, b *data.Crop) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// JudgesPictures says that the campaign has rules for pictures.
func (c *Campaign) JudgesPictures() bool { return c.Photo.Version != "" }

// The rules about pictures.
const (
	RulePhotoUnjudged    = "photo_unjudged"
	RulePhotoBlocked     = "photo_blocked"
	RulePhotoDenied      = "photo_denied"
	RulePhotoUnconfirmed = "photo_unconfirmed"
	RuleReceiptPicture   = "receipt_picture"
)

// pictures says what is open about the files in a field (KG-017): what blocks one keeps the
// form from being complete, for who sends it is not admitted (KG-029). It is one finding a
// picture, however much blocks it: all of it stands beside the picture.
func (i *inspection) pictures(f *Field, value string) {
	if !i.c.JudgesPictures() {
		return
	}
	files := []Attached{{Field: f.Code, ID: value}}
	if f.Kind == KindFiles {
		files = FilesOf(f.Code, value)
	}
	for _, a := range files {
		p := i.g.Pictures[a.ID]
		if !i.c.IsJudged(f, i.g, a.ID) {
			i.add(RulePhotoUnjudged, data.SeverityWarning, f.Code, nil)
			continue
		}
		if all := Blocked(p); len(all) > 0 {
			i.add(RulePhotoBlocked, data.SeverityError, f.Code, data.Args{"why": sentenceOf(&all[0]), "more": len(all) - 1, "consequence": i.c.consequence()})
		}
		i.questions(f, i.c.PictureQuestions(f.PictureOf(), p))
	}
}

// JudgesReceipts says that the campaign has the pictures of receipts judged.
func (c *Campaign) JudgesReceipts() bool { return c.JudgesPictures() && len(c.Photo.Receipts) > 0 }

// IsJudgedReceipt says that the program has judged the picture of a receipt by the limits of today.
func (c *Campaign) IsJudgedReceipt(p data.Picture) bool {
	return p.Judged != nil && p.Judged.Profile == c.Photo.Version && p.Judged.Kind == PictureScan
}

// ReceiptPicture is what the rules find in the picture of a receipt on which the centre has not
// decided, as a warning: who cannot read it there refuses the payment. nil for nothing.
func (c *Campaign) ReceiptPicture(g *data.Graduate, p *data.Payment) *data.Finding {
	judged := g.Pictures[p.File].Judged
	if p.File == "" || p.Cancelled != nil || p.Verdict != nil || judged == nil || !c.JudgesReceipts() {
		return nil
	}
	told := judged.Told()
	at := slices.IndexFunc(told, func(f data.PictureFinding) bool { return finds(&f) })
	if at < 0 {
		return nil
	}
	return &data.Finding{Graduate: g.ID, Rule: RuleReceiptPicture, Severity: data.SeverityWarning, Field: data.PaymentField(p.ID),
		Args: data.Args{"number": p.Number, "why": sentenceOf(&told[at])}}
}

// receiptPictures says of each receipt what is found in its picture.
func (i *inspection) receiptPictures() {
	for n := range i.r.Payments {
		if f := i.c.ReceiptPicture(i.g, &i.r.Payments[n]); f != nil {
			i.found = append(i.found, *f)
		}
	}
}

// questions says which of them are open, and which were answered with no.
func (i *inspection) questions(f *Field, all []PictureQuestion) {
	var open []any
	for _, q := range all {
		switch {
		case q.Answer == nil:
			open = append(open, q.Title)
		case q.Answer.Kind == data.FactDenied:
			i.add(RulePhotoDenied, data.SeverityError, f.Code, data.Args{"question": q.Title, "consequence": i.c.consequence()})
		}
	}
	if len(open) > 0 {
		i.add(RulePhotoUnconfirmed, data.SeverityWarning, f.Code, data.Args{"number": len(open), "first": open[0]})
	}
}

// consequence is what the source says of who sends a picture against the rules, "" where it
// says nothing.
func (c *Campaign) consequence() any {
	if c.Photo.Consequence == "" {
		return ""
	}
	return wording("photo", "consequence", c.Photo.Consequence)
}
