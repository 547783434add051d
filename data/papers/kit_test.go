package papers

import (
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/reports"
)

func titlesOf(papers []reports.KitPaper) []string {
	var all []string
	for _, p := range papers {
		all = append(all, p.Title)
	}
	return all
}

func TestKitSheetHasThePapersOfTheKit(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	g := graduateOf(t, s, "a", "surname=Ґалаґан", "category=school_current", "class=11-А", "card_number=0104735", "document_kind=school_certificate",
		"marks=uncontrolled_territory,lost_document", "conditions=0101,0202", "names_differ=yes")
	sheet, err := s.KitSheet(g)
	if err != nil {
		t.Fatal(err)
	}
	all := titlesOf(sheet.Papers)
	for _, want := range []string{"Реєстраційна картка", "Довідка із закладу освіти з фотокарткою", "Медичний висновок", "Копія свідоцтва про зміну імені"} {
		if !slices.ContainsFunc(all, func(title string) bool { return strings.HasPrefix(title, want) }) {
			t.Errorf("F-08 UA-161 no %s among %q", want, all)
		}
	}
	card, copied := sheet.Papers[0], sheet.Papers[len(sheet.Papers)-1]
	if len(card.Checks) != 5 || card.Note != "" || !strings.Contains(card.Checks[0], "родовому") {
		t.Errorf("UA-160 of the card is looked at %q, noted %q", card.Checks, card.Note)
	}
	if !slices.Equal(copied.Checks, s.Campaign.Kits.CopyChecks) || !strings.Contains(copied.Checks[0], "Згідно з оригіналом") {
		t.Errorf("UA-159 of a copy is looked at %q", copied.Checks)
	}
	if len(sheet.Lacks) != len(g.Findings) || len(sheet.Lacks) == 0 || sheet.Number != "0104735" || !strings.Contains(sheet.Assembly[0], "степлером") {
		t.Errorf("F-08 %d of %d findings, number %q, assembly %q", len(sheet.Lacks), len(g.Findings), sheet.Number, sheet.Assembly)
	}
	receipt, err := s.Intake(g)
	if handed := titlesOf(receipt.Papers); err != nil || slices.Contains(handed, "Довідка із закладу освіти з фотокарткою") || len(handed) != len(all)-1 {
		t.Errorf("UA-158 of the kit are handed in %q, %v", handed, err)
	}
}

func TestANumberOfOurOwnIsADraftOnTheKit(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	sheet, err := s.KitSheet(graduateOf(t, s, "a", "surname=Ґалаґан"))
	if err != nil || !strings.HasPrefix(sheet.Number, "чернетка Ч-2020-") {
		t.Errorf("UA-027 the number is %q, %v", sheet.Number, err)
	}
}

// Whoever reads another language reads the papers and what is looked at in it.
func TestKitSheetInAnotherLanguage(t *testing.T) {
	s, err := sourceOf(t, "zno-2020").In("en")
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := s.KitSheet(graduateOf(t, s, "a", "surname=Ґалаґан"))
	if err != nil || sheet.Papers[0].Title != "Registration card" || !strings.Contains(sheet.Papers[0].Checks[0], "genitive") || !strings.Contains(sheet.Papers[1].Checks[2], "certification") {
		t.Errorf("F-08 %+v, %v", sheet.Papers, err)
	}
}

// What was noted at the intake stands ticked on the sheet; the receipt has what was handed in, the day
// and who took it.
func TestWhatWasReceivedStandsOnThePapers(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	g := graduateOf(t, s, "a", "surname=Ґалаґан", "document_kind=id_card", "card_number=0104735")
	for _, f := range []data.Fact{{Kind: data.FactPaper, Of: "card", Seen: data.PaperInKit}, {Kind: data.FactAsked, Of: "card.2"}, {Kind: data.FactFailed, Of: "card.3"},
		{Kind: data.FactPaper, Of: "passport_copy", Seen: data.PaperMade}, {Kind: data.FactKitReceived, On: "2020-02-10", By: "Ляна Верба"}} {
		g.SetFact(f)
	}
	sheet, err := s.KitSheet(g)
	if card := sheet.Papers[0]; err != nil || !card.Present || sheet.Papers[1].Present || !slices.Equal(card.Passed, card.Checks[1:2]) || sheet.Taken.Day != "10.02.2020" {
		t.Errorf("F-08 %+v, %v", sheet, err)
	}
	receipt, err := s.Intake(g)
	if err != nil || !slices.Equal(titlesOf(receipt.Papers), []string{"Реєстраційна картка"}) || !receipt.Papers[0].Present || receipt.Taken.By != "Ляна Верба" {
		t.Errorf("UA-158 %+v, %v", receipt, err)
	}
}
