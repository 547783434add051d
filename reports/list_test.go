package reports

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"graduand/data"
	"graduand/reports/paper"
)

var cardNumber = regexp.MustCompile(`\b01\d{5}\b`)

func TestRowsRunOverPagesWholeAndInOrder(t *testing.T) {
	for _, count := range []int{1, 2, 3, 4, 5, 6, 7, 8, 40, 300} {
		l := list(count)
		o := open(t, listPDF(t, l))
		var numbers []string
		for i := range o.pages {
			words := o.text(i)
			here := cardNumber.FindAllString(words, -1)
			numbers = append(numbers, here...)
			if strings.Count(words, "Прізвище") != 1 && len(here) > 0 {
				t.Errorf("%d rows, page %d: the header is not repeated", count, i+1)
			}
			if strings.Count(words, "Українська мова") != len(here) {
				t.Errorf("%d rows, page %d: a row is split", count, i+1)
			}
			if signed := strings.Contains(words, "додаються"); signed != (i == o.pages-1) || len(here) == 0 {
				t.Errorf("%d rows, page %d of %d: signature or rows are on the wrong page", count, i+1, o.pages)
			}
		}
		var want []string
		for _, r := range l.Rows {
			want = append(want, r.CardNumber)
		}
		if !slices.Equal(numbers, want) {
			t.Errorf("%d rows: numbers are %v", count, numbers)
		}
	}
}

func TestUA135NothingButTheForm(t *testing.T) {
	l := list(40)
	l.Date, l.Number = "", ""
	allowed := map[string]bool{"№": true}
	for _, s := range slices.Concat(l.StampCaption, l.Addressee, l.Columns[:], []string{l.Title, l.Subtitle, l.Institution, l.InstitutionCaption, l.TypeCaption, l.Kits, l.HeadTitle, l.HeadName, l.SignatureCaption, l.NameCaption, l.Seal}) {
		allow(allowed, s)
	}
	for _, m := range l.Types {
		allow(allowed, m.Title)
	}
	for _, r := range l.Rows {
		allow(allowed, strings.Join([]string{r.Surname, r.GivenName, r.Patronymic, r.CardNumber, strings.Join(r.Subjects, ", ")}, " "))
	}
	o := open(t, listPDF(t, l))
	counts := map[int]int{}
	for i := range o.pages {
		for _, word := range tokens(o.text(i)) {
			if n, err := strconv.Atoi(word); err == nil && n <= 40 && len(word) < 3 {
				counts[n]++
			} else if !allowed[word] {
				t.Errorf("page %d: %q is not in the form", i+1, word)
			}
		}
	}
	for n := 1; n <= 40; n++ {
		// UA-129: the number of kits is the number of rows, so the last one stands twice.
		if want := 1 + n/40; counts[n] != want {
			t.Errorf("number %d stands %d times, want %d", n, counts[n], want)
		}
	}
}

func allow(allowed map[string]bool, s string) {
	for _, word := range tokens(s) {
		allowed[word] = true
	}
}

// tokens are words without the hyphens at which lines may end.
func tokens(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \r\n-/\u0002\u00a0\ufffe", r) })
}

func TestUA126SixColumnsInTheirOrder(t *testing.T) {
	o := open(t, listPDF(t, list(3)))
	p := o.render(0, 300)
	var xs []float64
	for _, r := range p.runs(true, 40, 160) {
		xs = append(xs, r.at)
	}
	slices.Sort(xs)
	if len(xs) != 7 || abs(xs[0]-paper.OfficialLeft) > 0.3 || abs(xs[6]-paper.OfficialRight) > 0.3 {
		t.Fatalf("upright lines of the table at %v", xs)
	}
	glyphs := o.glyphs(0)
	for i, caption := range list(3).Columns {
		if !strings.HasPrefix(wordsBetween(glyphs, xs[i], xs[i+1], 120), squeeze(caption)) {
			t.Errorf("column %d is not headed %q", i+1, caption)
		}
	}
}

// wordsBetween is what stands between two upright lines, below y mm.
func wordsBetween(glyphs []glyph, x1, x2, y float64) string {
	var b strings.Builder
	for _, g := range glyphs {
		if g.left > x1 && g.right < x2 && g.top > y {
			b.WriteString(squeeze(g.text))
		}
	}
	return b.String()
}

func TestUA125TheRightTypeIsMarked(t *testing.T) {
	for chosen := range 3 {
		l := list(1)
		for i := range l.Types {
			l.Types[i].Done = i == chosen
		}
		p := open(t, listPDF(t, l)).render(0, 300)
		var boxes []run
		for _, r := range p.runs(true, 3.4, 3.9) {
			if abs(r.at-paper.OfficialLeft) < 0.3 {
				boxes = append(boxes, r)
			}
		}
		if len(boxes) != 3 {
			t.Fatalf("%d boxes", len(boxes))
		}
		slices.SortFunc(boxes, func(a, b run) int { return int(10 * (a.from - b.from)) })
		for i, b := range boxes {
			if marked := !p.white(paper.OfficialLeft+0.6, b.from+0.6, paper.OfficialLeft+2.8, b.to-0.6); marked != (i == chosen) {
				t.Errorf("choice %d: box %d marked: %t", chosen, i, marked)
			}
		}
	}
}

func TestUA117UA120StampOrLetterheadAreaIsFree(t *testing.T) {
	l := list(3)
	l.StampCaption = nil
	if !open(t, listPDF(t, l)).render(0, 100).white(0, 0, 100, 50) {
		t.Error("the corner for the stamp is not free")
	}
	l.Letterhead = true
	if !open(t, listPDF(t, l)).render(0, 100).white(0, 0, 210, 61) {
		t.Error("the letterhead is not free")
	}
}

func TestUA118EmptyDateAndNumberAreLinesForThePen(t *testing.T) {
	l := list(3)
	l.Date, l.Number = "", ""
	o := open(t, listPDF(t, l))
	if lines := o.render(0, 300).runs(false, 29, 33); len(lines) < 2 {
		t.Errorf("%d lines for the pen", len(lines))
	}
	if strings.Contains(o.text(0), "ВКАЗАТИ") {
		t.Error("the hint of the sample is printed")
	}
}

// UA-121: on the official letterhead, printed by us or beforehand, the date and the outgoing number
// stand too.
func TestUA121DateAndNumberOnTheLetterhead(t *testing.T) {
	beforehand := list(3)
	beforehand.Letterhead = true
	for name, l := range map[string]List{"printed beforehand": beforehand, "ours": headed(Head{Lines: []string{"УКРАЇНА"}})} {
		if words := flat(open(t, listPDF(t, l)).text(0)); !strings.Contains(words, "14.02.2020") || !strings.Contains(words, "01-15/37") {
			t.Errorf("%s: %s", name, words)
		}
	}
}

func TestListWithoutRowsOrWithAnEndlessOneIsRefused(t *testing.T) {
	for name, print := range map[string]func(*bytes.Buffer, List) error{
		"pdf":  func(b *bytes.Buffer, l List) error { return ListPDF(b, l) },
		"xlsx": func(b *bytes.Buffer, l List) error { return ListXLSX(b, l) },
	} {
		if err := print(&bytes.Buffer{}, list(0)); data.CodeOf(err) != "report.empty" {
			t.Errorf("%s: error is %v", name, err)
		}
	}
	l := list(1)
	l.Rows[0].Subjects = slices.Repeat([]string{"предмет"}, 500)
	if err := ListPDF(&bytes.Buffer{}, l); data.CodeOf(err) != "report.no_room" {
		t.Errorf("error is %v", err)
	}
}

func TestLongSurnameInTheListWraps(t *testing.T) {
	l := list(3)
	l.Rows[1].Surname = longName
	l.Rows[2].Surname = strings.Repeat("Христофоровська", 3)
	words := squeeze(open(t, listPDF(t, l)).text(0))
	for _, r := range l.Rows {
		for part := range strings.SplitSeq(r.Surname, "-") {
			if len(part) < 40 && !strings.Contains(words, part) {
				t.Errorf("%q is broken inside", part)
			}
		}
	}
}

// The signature has two rows of the list above it on its page, or the only one.
func TestTheSignatureIsNeverBelowOneRowOfSeveral(t *testing.T) {
	for rows := 2; rows <= 20; rows++ {
		l := list(rows)
		o := open(t, listPDF(t, l))
		words := squeeze(o.text(o.pages - 1))
		for _, r := range l.Rows[rows-2:] {
			if !strings.Contains(words, r.CardNumber) {
				t.Errorf("%d rows: %s is not on the page of the signature", rows, r.CardNumber)
			}
		}
	}
}

// headed is a list under a letterhead.
func headed(h Head) List {
	l := list(3)
	l.Head = h
	return l
}

func TestUA120LetterheadInThePlaceOfTheStamp(t *testing.T) {
	lines := Head{Lines: []string{"УКРАЇНА", "Ґалаґанівський ліцей"}}
	words := flat(open(t, listPDF(t, headed(lines))).text(0))
	if !strings.Contains(words, "УКРАЇНА") || strings.Contains(words, "Кутовий штамп") || !strings.Contains(words, "14.02.2020") {
		t.Error(words)
	}
	p := open(t, listPDF(t, headed(Head{Picture: black(t, 170, 30)}))).render(0, 150)
	if p.white(paper.OfficialLeft, paper.OfficialTop+1, paper.OfficialRight, paper.OfficialTop+29) || !p.white(0, paper.OfficialTop+31, paper.PageWidth, paper.OfficialTop+34) {
		t.Error("the image is not 30 mm high at the top")
	}
	for name, h := range map[string]Head{"lines": lines, "picture": {Picture: black(t, 170, 30)}, "stamp": {Picture: black(t, 70, 52)}} {
		pdf := listPDF(t, headed(h))
		checkOverlap(t, name, pdf)
		checkMargins(t, name, pdf, paper.OfficialLeft, paper.OfficialTop, paper.OfficialRight, paper.OfficialBottom)
	}
	checkSound(t, "list-head", func() []byte { return listPDF(t, headed(lines)) })
	checkSound(t, "list-head-image", func() []byte { return listPDF(t, headed(Head{Picture: black(t, 70, 40)})) })
}

func TestUA120LetterheadOfALetter(t *testing.T) {
	l := certificate()
	l.Head = Head{Lines: []string{"УКРАЇНА", "Ґалаґанівський ліцей"}}
	if words := flat(open(t, letterPDF(t, l)).text(0)); !strings.HasPrefix(words, "УКРАЇНА") || strings.Contains(words, l.Address) {
		t.Error(words)
	}
}
