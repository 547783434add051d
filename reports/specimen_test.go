package reports

import (
	"bytes"
	"strings"
	"testing"

	"graduand/data"
)

// sampleOf is the usual card as a sample of the usual notes; that of the worst case has the longest
// of all and twice as many.
func sampleOf(worst bool) Sample {
	card := ukCard()
	if worst {
		card = longCard()
		card.Statement.Addressee = []string{"Харківський", "регіональний центр оцінювання якості освіти"}
	}
	card.Statement.Lines = 7
	card.Specimen = &Specimen{Word: "ЗРАЗОК", Date: "05.02.2020", Signature: "Ґалаґан",
		Statement: "Прошу зареєструвати мене для участі в зовнішньому незалежному оцінюванні 2020 року. З Порядком проведення зовнішнього незалежного оцінювання результатів навчання, здобутих на основі повної загальної середньої освіти, ознайомлений.",
		Marks:     map[string]int{PlaceNumber: 1, "Прізвище": 2, "Документ, що посвідчує особу": 3, "Зв’язок": 4, "Освіта": 5, "Навчальні предмети": 6, PlacePhoto: 7, PlaceAddressee: 8, PlaceApplicant: 9, PlaceStatement: 10, PlaceDate: 11, PlaceSignature: 12}}
	s := Sample{Layout: "statement-card", Card: card, Title: "Зразок оформлення реєстраційної картки"}
	for i := range 12 {
		s.Notes = append(s.Notes, SampleNote{i + 1, "Прізвище в родовому відмінку", "Після назви регіонального центру особа пише своє прізвище в родовому відмінку та ініціали.", "неналежного оформлення документів, необхідних для реєстрації"})
		if worst {
			s.Notes[i].Says = strings.Repeat(s.Notes[i].Says+" ", 4)
			s.Notes[i].Title = longName
		}
	}
	s.Notes[3].Prevents = ""
	return s
}

func samplePages(t *testing.T, s Sample) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return SampleSheets(b, s, "uk", nil) })
}

// UA-046: the word that it is a sample stands on every page, on both parts of the card too, and no
// scanner reads a number from it.
func TestUA046ASampleIsUnmistakable(t *testing.T) {
	for _, worst := range []bool{false, true} {
		o := open(t, samplePages(t, sampleOf(worst)))
		for i := range o.pages {
			least := 2 // across and in a corner
			if i == 0 {
				least = 4 // of both parts
			}
			if n := strings.Count(strings.Join(strings.Fields(o.text(i)), " "), "ЗРАЗОК"); n < least {
				t.Errorf("worst %v: page %d says it %d times", worst, i+1, n)
			}
		}
	}
	if bars := open(t, samplePages(t, sampleOf(false))).render(0, 200).runs(true, 11, 13); len(bars) > 6 {
		t.Errorf("there are bars: %v", bars)
	}
}

// UA-045 UA-047 UA-048: what is written by hand is there, and each number of the card has its note.
func TestUA046WhatIsWrittenByHandIsShown(t *testing.T) {
	o := open(t, samplePages(t, sampleOf(false)))
	words := strings.Join(strings.Fields(o.text(0)), " ")
	for _, part := range []string{"Ґалаґана М. О.", "Прошу зареєструвати мене", "ознайомлений.", "05.02.2020"} {
		if !strings.Contains(words, part) {
			t.Errorf("the card lacks %q: %s", part, words)
		}
	}
	for number := range 12 {
		mark := string(rune('0' + (number+1)%10))
		if !strings.Contains(o.text(0), mark) || !strings.Contains(o.text(1), mark) {
			t.Errorf("number %d is not on both pages", number+1)
		}
	}
	if n := strings.Count(strings.Join(strings.Fields(o.text(1)), " "), "неналежного оформлення"); n != 11 {
		t.Errorf("%d of 11 say what they prevent", n)
	}
	if plain := open(t, cardsPDF(t, ukCard())).text(0); strings.Contains(plain, "ЗРАЗОК") {
		t.Error("a card is a sample")
	}
}

// What has no room, and a layout that there is not, are refused.
func TestSampleRefuses(t *testing.T) {
	long, other := sampleOf(false), sampleOf(false)
	long.Card.Specimen.Statement = strings.Repeat("Прошу зареєструвати мене. ", 40)
	other.Layout = "poster"
	for code, s := range map[string]Sample{"report.no_room": long, "report.unknown_layout": other} {
		if err := SampleSheets(&bytes.Buffer{}, s, "uk", nil); data.CodeOf(err) != code {
			t.Errorf("%s: %v", code, err)
		}
	}
}
