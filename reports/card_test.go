package reports

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

func allCards() map[string]Card {
	return map[string]Card{"usual": ukCard(), "draft": draftCard(), "longest": longCard()}
}

func TestUA049TwoPhotoBoxes30x40mm(t *testing.T) {
	for name, c := range allCards() {
		checkPhotos(t, name, open(t, cardsPDF(t, c)).render(0, 300), 2)
	}
}

func TestKG055OnePhotoBox30x40mm(t *testing.T) {
	checkPhotos(t, "form", open(t, formsPDF(t, ruForm())).render(0, 300), 1)
}

// KG-055: the photo that was attached stands in its box, as wide and high as it is printed; the
// caption of an empty box is gone.
func TestKG055ThePhotoStandsInItsBox(t *testing.T) {
	card := ruForm()
	card.Photo.Picture = black(t, 26, 40)
	o := open(t, formsPDF(t, card))
	page := o.render(0, 300)
	columns := page.runs(true, 20, 200)
	if len(columns) == 0 || math.Abs(columns[0].to-columns[0].from-40) > 0.5 {
		t.Fatalf("no photo 40 mm high: %v", columns)
	}
	if wide := page.row(t, (columns[0].from+columns[0].to)/2); len(wide) != 1 || math.Abs(wide[0].to-wide[0].from-26) > 0.2 {
		t.Errorf("not one photo 26 mm wide: %v", wide)
	}
	if strings.Contains(o.text(0), "Место для фотографии") {
		t.Error("the caption of an empty box lies under the photo")
	}
}

// checkPhotos measures the boxes on the paper: they are the only upright lines of
// about 40 mm.
func checkPhotos(t *testing.T, name string, p picture, want int) {
	t.Helper()
	sides := p.runs(true, 39, 41)
	if len(sides) != 2*want {
		t.Fatalf("%s: %d sides of photo boxes, want %d: %v", name, len(sides), 2*want, sides)
	}
	slices.SortFunc(sides, func(a, b run) int { return int((a.from-b.from)*10) + int((a.at-b.at)/100) })
	for i := 0; i < len(sides); i += 2 {
		width, height := abs(sides[i+1].at-sides[i].at), sides[i].to-sides[i].from-paper.Medium
		if abs(width-30) > 0.3 || abs(height-40) > 0.3 {
			t.Errorf("%s: photo box is %.2f × %.2f mm", name, width, height)
		}
	}
}

func TestUA164StapleCornerFree(t *testing.T) {
	for name, c := range allCards() {
		if !open(t, cardsPDF(t, c)).render(0, 100).white(0, 0, 21, 21) {
			t.Errorf("%s: there is something in the corner for the staple", name)
		}
	}
}

// UA-165: a staple in the upper left corner goes through no photo, glued or printed.
func TestUA165NoPhotoNearTheStaple(t *testing.T) {
	for name, c := range allCards() {
		for _, side := range open(t, cardsPDF(t, c)).render(0, 300).runs(true, 39, 41) {
			if side.at < 100 && side.from < 60 {
				t.Errorf("%s: a box for a photo stands %.0f mm from the left and %.0f mm from the top", name, side.at, side.from)
			}
		}
	}
}

func TestPageIsA4AndMarginsAreWhite(t *testing.T) {
	for name, c := range allCards() {
		checkMargins(t, name, cardsPDF(t, c), paper.Left, paper.Top, paper.Right, paper.Bottom)
	}
	checkMargins(t, "form", formsPDF(t, ruForm()), paper.Left, paper.Top, paper.Right, paper.Bottom)
	checkMargins(t, "list", listPDF(t, list(40)), paper.OfficialLeft, paper.OfficialTop, paper.OfficialRight, paper.OfficialBottom)
}

func checkMargins(t *testing.T, name string, pdf []byte, x1, y1, x2, y2 float64) {
	t.Helper()
	o := open(t, pdf)
	for i := range o.pages {
		p := o.render(i, 150)
		if w, h := p.size(); abs(w-210) > 0.3 || abs(h-297) > 0.3 {
			t.Errorf("%s: page is %.1f × %.1f mm", name, w, h)
		}
		const line = 0.5
		if !p.white(0, 0, 210, y1-line) || !p.white(0, y2+line, 210, 297) || !p.white(0, 0, x1-line, 297) || !p.white(x2+line, 0, 210, 297) {
			t.Errorf("%s, page %d: ink in the margins", name, i+1)
		}
	}
}

func TestUA047NothingPrePrintedOnTheRuledLines(t *testing.T) {
	for name, c := range allCards() {
		o := open(t, cardsPDF(t, c))
		var ruled []run
		for _, r := range o.render(0, 300).runs(false, 180, 184) {
			if r.at > 220 {
				ruled = append(ruled, r)
			}
		}
		if len(ruled) != c.Statement.Lines {
			t.Fatalf("%s: %d ruled lines, want %d", name, len(ruled), c.Statement.Lines)
		}
		for i := 1; i < len(ruled); i++ {
			if ruled[i].at-ruled[i-1].at < 8 {
				t.Errorf("%s: lines are %.2f mm apart", name, ruled[i].at-ruled[i-1].at)
			}
		}
		for _, g := range o.glyphs(0) {
			if g.bottom > ruled[0].at-8 && g.top < ruled[len(ruled)-1].at {
				t.Errorf("%s: %q is printed where the statement is written by hand", name, g.text)
			}
		}
	}
}

func TestUA044DataAndStatementAreSeparable(t *testing.T) {
	o := open(t, cardsPDF(t, longCard()))
	_, below, found := strings.Cut(o.text(0), "лінія відрізу")
	if !found || !strings.Contains(below, "Заява") || !strings.Contains(below, "Дата") || !strings.Contains(below, "Підпис") {
		t.Errorf("below the cut there is %q", below)
	}
	for _, word := range []string{"Особа", "Навчальні предмети", "фотокартки"} {
		if strings.Contains(below, word) {
			t.Errorf("UA-049: %q belongs above the cut", word)
		}
	}
}

func TestUA045SurnameLineAfterTheCentre(t *testing.T) {
	words := flat(open(t, cardsPDF(t, ukCard())).text(0))
	if !strings.Contains(words, "регіональний центр оцінювання якості освіти Ґалаґана М. О. (прізвище в родовому відмінку та ініціали)") {
		t.Errorf("no line for the surname after the centre: %s", words)
	}
	if words = flat(open(t, cardsPDF(t, draftCard())).text(0)); strings.Contains(words, "Ґалаґана") {
		t.Error("an empty applicant was filled in")
	}
}

func TestUA028ToUA043EverythingIsOnTheCard(t *testing.T) {
	for name, c := range allCards() {
		checkWords(t, name, open(t, cardsPDF(t, c)), &c)
	}
}

func TestKG059EverythingIsOnTheForm(t *testing.T) {
	c := ruForm()
	o := open(t, formsPDF(t, c))
	checkWords(t, "form", o, &c)
	for _, words := range []string{c.Enclosures.Payment, c.Enclosures.Responsible, c.Enclosures.Privileges[0], c.Enclosures.Files[2].Title, "Выпускник"} {
		if !strings.Contains(squeeze(o.text(0)), squeeze(words)) {
			t.Errorf("%q is not on the form", words)
		}
	}
}

func checkWords(t *testing.T, name string, o *opened, c *Card) {
	t.Helper()
	all := squeeze(o.text(0))
	for _, g := range c.Groups {
		for _, r := range append(g.Rows, Row{Value: g.Title}) {
			if !strings.Contains(all, squeeze(r.Value)) || !strings.Contains(all, squeeze(r.Label)) {
				t.Errorf("%s: %q is not printed whole", name, r)
			}
		}
	}
	for _, s := range c.Subjects {
		if !strings.Contains(all, squeeze(s.Name)) || !strings.Contains(all, squeeze(s.Level)) {
			t.Errorf("%s: subject %v is not printed whole", name, s)
		}
	}
}

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

// squeeze forgets where lines end; PDFium gives U+0002 for a hyphen at the end of one.
func squeeze(s string) string {
	return strings.NewReplacer(" ", "", "\r", "", "\n", "", "-", "", "\u0002", "", "\u00a0", "", "\ufffe", "").Replace(s)
}

func TestLongestNamesDoNotOverlap(t *testing.T) {
	pdfs := map[string][]byte{"form": formsPDF(t, ruForm()), "list": listPDF(t, list(12))}
	for name, c := range allCards() {
		pdfs[name] = cardsPDF(t, c)
	}
	for name, pdf := range pdfs {
		glyphs := open(t, pdf).glyphs(0)
		for i, a := range glyphs {
			for _, b := range glyphs[i+1:] {
				across := min(a.right, b.right) - max(a.left, b.left)
				down := min(a.bottom, b.bottom) - max(a.top, b.top)
				if across > 0.25 && down > 0.25 {
					t.Errorf("%s: %q and %q lie over each other at %.1f, %.1f mm", name, a.text, b.text, a.left, a.top)
				}
			}
		}
	}
}

func TestUA027DraftHasNoBarcodeAndSaysSo(t *testing.T) {
	o := open(t, cardsPDF(t, draftCard()))
	if words := o.text(0); !strings.Contains(words, "чернетка") || !strings.Contains(words, "Ч-2020-000018") {
		t.Errorf("the draft does not say that it is one: %s", words)
	}
	if bars := o.render(0, 300).runs(true, 11, 13); len(bars) != 0 {
		t.Errorf("the draft has %d bars", len(bars))
	}
}

func TestWhatDoesNotFitIsAnError(t *testing.T) {
	c := ukCard()
	c.Groups[1].Rows[1].Value = strings.Repeat("Дуже довга вулиця ", 400)
	if err := Cards(&bytes.Buffer{}, []Card{c}, ukrainian()); data.CodeOf(err) != "report.no_room" {
		t.Errorf("error is %v", err)
	}
	c = ukCard()
	c.Groups[0].Rows[0].Value = "Коваль 😀"
	if err := Cards(&bytes.Buffer{}, []Card{c}, ukrainian()); data.CodeOf(err) != "report.no_glyph" {
		t.Errorf("error is %v", err)
	}
	if err := Forms(&bytes.Buffer{}, nil, ukrainian()); data.CodeOf(err) != "report.empty" {
		t.Errorf("error is %v", err)
	}
}

func TestPrintKnowsItsLayouts(t *testing.T) {
	for _, layout := range Layouts() {
		if err := Print(layout, &bytes.Buffer{}, []Card{ukCard()}, "uk", nil); err != nil {
			t.Errorf("%s: %v", layout, err)
		}
	}
	if err := Print("other", &bytes.Buffer{}, []Card{ukCard()}, "uk", nil); data.CodeOf(err) != "report.unknown_layout" {
		t.Errorf("error is %v", err)
	}
}

func TestLabelsAreInAllLanguages(t *testing.T) {
	ids := strings.Fields("number draft subject yes cut date signature files privileges payment graduate responsible signature_caption name_caption date_caption empty no_room no_glyph unknown_layout")
	for _, lang := range text.Languages() {
		for _, id := range ids {
			if id := "report." + id; text.For(lang).Say(id, nil) == id {
				t.Errorf("%s is missing in %s", id, lang)
			}
		}
	}
}

func BenchmarkCards500(b *testing.B) {
	cards := make([]Card, 500)
	for i := range cards {
		cards[i] = ukCard()
	}
	for b.Loop() {
		cardsPDF(b, cards...)
	}
}
