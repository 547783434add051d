package centre_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"graduand/data"
	"graduand/data/centre"
	"graduand/data/centre/decision"
	"graduand/data/exchange"
)

// paperCentre is a centre with two schools whose cards have come, all but p4's.
func paperCentre(t *testing.T, dsn string) (*trial, *school) {
	c := newCentre(t, dsn, "zno-2020")
	a, b := c.enrol("a"), c.enrol("b")
	c.put(a.message(exchange.TypeEntries, []exchange.Record{person("p1", "1000001", takes("ukrainian", "english")), person("p2", "1000002"), person("p3", "1000003"), person("p4", "1000004"), person("p5", "1000005")}))
	c.put(b.message(exchange.TypeEntries, []exchange.Record{person("p1", "1000011")}))
	if err := c.Cards(t.Context(), []string{"1000001", "1000002", "1000003", "1000005", "1000011"}, "2020-02-21"); err != nil {
		t.Fatal(err)
	}
	c.ingest(trusting)
	return c, a
}

// sheets are a workbook of decisions as a person fills it in: by title of the column and key of the person.
type sheets struct {
	*excelize.File
	t    *testing.T
	path string
}

func (c *trial) decisions(t *testing.T, of centre.Choice, lang string) *sheets {
	t.Helper()
	path := filepath.Join(t.TempDir(), "рішення.xlsx")
	if _, _, err := c.SaveDecisions(t.Context(), of, path, lang); err != nil {
		t.Fatal(err)
	}
	s := &sheets{must(excelize.OpenFile(path)), t, path}
	t.Cleanup(func() { s.Close() })
	return s
}

// at is the cell of a column, by its code, in the row with a key and perhaps a receipt.
func (s *sheets) at(sheet, key, code string) string {
	s.t.Helper()
	rows := must(s.GetRows(sheet))
	row, column := 0, -1
	for i, cells := range rows {
		if strings.Contains(strings.Join(cells, "|"), key) {
			row = i + 1
			break
		}
	}
	for i, cell := range rows[0] {
		if cell == "graduand:"+code {
			column = i + 1
		}
	}
	if row == 0 || column < 0 {
		s.t.Fatalf("no cell of %s, %s in %q", key, code, rows)
	}
	return must(excelize.CoordinatesToCellName(column, row))
}

func (s *sheets) set(sheet, key string, values ...string) {
	s.t.Helper()
	for _, v := range values {
		code, value, _ := strings.Cut(v, "=")
		if err := s.SetCellStr(sheet, s.at(sheet, key, code), value); err != nil {
			s.t.Fatal(err)
		}
	}
}

// take takes the workbook: «place graduate decision code» of each row, «same» for one that was noted before.
func (c *trial) take(t *testing.T, s *sheets, dry bool) (told []string) {
	t.Helper()
	if err := s.SaveAs(s.path); err != nil {
		t.Fatal(err)
	}
	err := c.TakeDecisions(t.Context(), s.path, dry, func(row *centre.FromSheet) error {
		state := data.CodeOf(row.Err)
		if row.Same {
			state = "same"
		}
		told = append(told, strings.TrimSpace(fmt.Sprintf("%s %s %s %s", row.Place, row.Graduate, row.Kind, state)))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return told
}

const people, payments = "Особи", "Оплати"

func TestDecisionsBySheet(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn func(testing.TB) string) {
		c, _ := paperCentre(t, dsn(t))
		s := c.decisions(t, centre.Choice{}, "")
		t.Run("issue 18 the workbook has who awaits a decision, and who waits for a card is not among them", func(t *testing.T) {
			rows := must(s.GetRows(people))
			if len(rows) != 2+5 || strings.Contains(fmt.Sprint(rows), "1000004") {
				t.Errorf("%q", rows)
			}
			if got := must(s.GetCellValue(people, s.at(people, "1000001", "subjects"))); got != "Українська мова і література; Англійська мова (профільний рівень)" {
				t.Errorf("%q", got)
			}
		})
		s.set(people, "1000001", "decision=зареєстровано", "number=0123456", "on=24.02.2020")
		s.set(people, "1000002", "decision=відмовлено", "number=17", "reason_1=5 — неналежного оформлення документів, необхідних для реєстрації", "reason_2=1", "note=без підпису")
		s.set(people, "1000003", "decision=відмовлено", "number=17")
		s.set(people, "1000005", "note=ще подумати")
		s.set(people, "1000011", "decision=registered", "on=25.02.2020")
		want := []string{"A3 p1 registered", "A4 p2 refused", "P5 p3 refused decision.lacks", "M6 p5  decisions.none", "N7 p1 registered fact.future_day"}
		t.Run("issue 18 a dry run says what would be noted, and notes nothing", func(t *testing.T) {
			same(t, c.take(t, s, true), want...)
			same(t, c.decided())
		})
		t.Run("issue 18 every bad row is named by its cell, and the rest is done", func(t *testing.T) {
			same(t, c.take(t, s, false), want...)
			same(t, c.of("decision", "school", "graduate", "verdict", "number", "reasons"), "a p1 registered 0123456 ", "a p2 refused 17 1 5")
		})
		t.Run("issue 18 taken twice it changes nothing; mended, the rest is done", func(t *testing.T) {
			before := c.of("message", "hash")
			notes := c.of("answer", "sequence")
			s.set(people, "1000003", "reason_1=2 — надання недостовірної інформації")
			s.set(people, "1000005", "decision=зареєстровано")
			s.set(people, "1000011", "on=")
			same(t, c.take(t, s, false), "A3 p1 registered same", "A4 p2 refused same", "A5 p3 refused", "A6 p5 registered", "A7 p1 registered")
			same(t, c.take(t, s, false), "A3 p1 registered same", "A4 p2 refused same", "A5 p3 refused same", "A6 p5 registered same", "A7 p1 registered same")
			same(t, c.of("message", "hash"), before...)
			same(t, c.of("answer", "sequence"), notes...)
		})
		t.Run("issue 18 then nobody awaits a decision; all are there for a later one", func(t *testing.T) {
			if _, _, err := c.SaveDecisions(t.Context(), centre.Choice{}, s.path, ""); data.CodeOf(err) != "decisions.nobody_awaits" {
				t.Error(err)
			}
			later := c.decisions(t, centre.Choice{All: true, School: "a", District: "Північний"}, "en")
			if got := must(later.GetCellValue("People", later.at("People", "1000002", "now"))); got != "refused, 17, 1, 5, 24.02.2020" {
				t.Errorf("%q", got)
			}
			later.set("People", "1000001", "decision=the envelope is sent", "tracking=6102300001234")
			later.set("People", "1000004", "decision=registered")
			same(t, c.take(t, later, false), "A3 p1 envelope-sent", "A6 p4 registered decision.held")
		})
		before := c.facts()
		c.rebuild()
		same(t, c.facts(), before...)
	})
}

// choices are the words that a cell may be chosen from.
func (s *sheets) choices(sheet, cell string) (words []string) {
	s.t.Helper()
	for _, v := range must(s.GetDataValidations(sheet)) {
		first, last, _ := strings.Cut(v.Sqref, ":")
		column, top, errTop := excelize.CellNameToCoordinates(first)
		_, bottom, errBottom := excelize.CellNameToCoordinates(last)
		at, row, errCell := excelize.CellNameToCoordinates(cell)
		if errTop != nil || errBottom != nil || errCell != nil {
			s.t.Fatal(errTop, errBottom, errCell)
		}
		if at != column || row < top || row > bottom || v.Formula1 == "" {
			continue
		}
		list, area, _ := strings.Cut(strings.ReplaceAll(v.Formula1, "$", ""), "!")
		from, to, _ := strings.Cut(area, ":")
		column, top, _ = excelize.CellNameToCoordinates(from)
		_, bottom, _ = excelize.CellNameToCoordinates(to)
		for row := top; row <= bottom; row++ {
			words = append(words, must(s.GetCellValue(list, must(excelize.CoordinatesToCellName(column, row)))))
		}
	}
	return words
}

func TestChoicesOfTheSheets(t *testing.T) {
	c := newCentre(t, "", "ort-2021")
	a := c.enrol("a")
	c.put(a.message(exchange.TypeEntries, []exchange.Record{applied("p1", "+996555100001", exchange.Payment{ID: "one", Number: "0017"})}))
	c.ingest(trusting)
	s := c.decisions(t, centre.Choice{}, "en")
	t.Run("issue 18 decisions are chosen from those that the campaign has, each sheet from its own", func(t *testing.T) {
		same(t, s.choices("People", s.at("People", "100 001", "decision")), "registered", "refused", "the papers have come", "the withdrawal is confirmed", "the appeal is granted", "the appeal is dismissed")
		same(t, s.choices("Payments", s.at("Payments", "0017", "decision")), "payment: under consideration", "payment: accepted", "payment: rejected")
	})
	paper, _ := paperCentre(t, "")
	s = paper.decisions(t, centre.Choice{}, "")
	t.Run("UA-087 reasons are chosen from the list of the law", func(t *testing.T) {
		if got := s.choices(people, s.at(people, "1000001", "reason_3")); len(got) != 6 || got[4] != "5 — неналежного оформлення документів, необхідних для реєстрації" {
			t.Errorf("%q", got)
		}
	})
}

func TestSheetIsMeantForWhatItWasWrittenFor(t *testing.T) {
	c, a := paperCentre(t, "")
	s := c.decisions(t, centre.Choice{School: "a"}, "")
	for _, key := range []string{"1000001", "1000002", "1000003", "1000005"} {
		s.set(people, key, "decision=зареєстровано")
	}
	c.put(a.message(exchange.TypeAmendments, []exchange.Record{
		person("p1", "1000001", as(exchange.ActionChange), func(r *exchange.Record) { r.Graduate.GivenName = "Іванко" }),
		person("p2", "2000002", as(exchange.ActionAdd), func(r *exchange.Record) { r.Graduate.Attempt, r.Graduate.Kind = "2", "retry" }),
		person("p5", "1000005", as(exchange.ActionWithdraw))}))
	c.ingest()
	if got := c.order(centre.Order{Person: "1000003", Asked: asked(decision.Refused, because("17", "5"))}); got != "" {
		t.Fatal(got)
	}
	t.Run("issue 18 a record that the school has corrected, another attempt, another decision since: none is decided in silence", func(t *testing.T) {
		same(t, c.take(t, s, false), "A3 p1 registered decisions.record_changed", "A4 p2 registered decisions.record_changed", "A5 p3 registered decisions.decided_since", "A6 p5 registered decision.gone")
		same(t, c.of("decision", "graduate", "verdict"), "p3 refused")
	})
}

func TestSheetInDisorder(t *testing.T) {
	c, _ := paperCentre(t, "")
	mess := func(t *testing.T, do func(s *sheets)) []string {
		s := c.decisions(t, centre.Choice{School: "a"}, "")
		do(s)
		return c.take(t, s, true)
	}
	check := func(errs ...error) {
		for _, err := range errs {
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Run("rows sorted and deleted, columns put in", func(t *testing.T) {
		same(t, mess(t, func(s *sheets) {
			s.set(people, "1000001", "decision=зареєстровано")
			s.set(people, "1000005", "decision=зареєстровано", "number=0000005")
			check(s.DuplicateRowTo(people, 6, 3), s.RemoveRow(people, 7), s.RemoveRow(people, 5), s.InsertCols(people, "D", 2))
		}), "A3 p5 registered", "A4 p1 registered")
	})
	t.Run("a row that was doubled says the same, or neither counts", func(t *testing.T) {
		same(t, mess(t, func(s *sheets) {
			s.set(people, "1000001", "decision=зареєстровано")
			check(s.DuplicateRow(people, 3))
		}), "A3 p1 registered")
		same(t, mess(t, func(s *sheets) {
			s.set(people, "1000001", "decision=зареєстровано")
			check(s.DuplicateRow(people, 3), s.SetCellStr(people, "O4", "7777777"))
		}), "A3 p1 registered decisions.twice", "A4 p1 registered decisions.twice")
	})
	t.Run("only some columns sorted: the name is another's", func(t *testing.T) {
		same(t, mess(t, func(s *sheets) {
			s.set(people, "1000001", "decision=зареєстровано")
			check(s.SetCellStr(people, "C3", "Бондар Іван p2"))
		}), "C3   decisions.other_name")
	})
	t.Run("a row that somebody has added, a formula, a decision that there is not, one struck out, cells made one", func(t *testing.T) {
		same(t, mess(t, func(s *sheets) {
			s.set(people, "1000001", "decision=прийнято")
			s.set(people, "1000002", "decision=зареєстровано")
			s.set(people, "1000003", "decision=зареєстровано")
			cell := s.at(people, "1000002", "decision")
			check(s.SetCellStr(people, "A9", "новий"), s.SetCellStr(people, "M9", "зареєстровано"),
				s.SetCellStyle(people, cell, cell, must(s.NewStyle(&excelize.Style{Font: &excelize.Font{Strike: true}}))),
				s.MergeCell(people, s.at(people, "1000003", "decision"), s.at(people, "1000005", "decision")))
		}), "M3 p1 прийнято decision.unknown", "M4 p2  decisions.struck", "A5 p3 registered", "M6 p5  decisions.merged", "A9   decisions.nobody")
	})
	t.Run("a workbook of another centre, and none of ours", func(t *testing.T) {
		other, _ := paperCentre(t, "")
		s := other.decisions(t, centre.Choice{}, "")
		if err := c.TakeDecisions(t.Context(), s.path, false, nil); data.CodeOf(err) != "decisions.other_centre" {
			t.Error(err)
		}
		path := filepath.Join(t.TempDir(), "x.csv")
		check(os.WriteFile(path, []byte("a,b\n1,2\n"), 0o600))
		if err := c.TakeDecisions(t.Context(), path, false, nil); data.CodeOf(err) != "collect.not_ours" {
			t.Error(err)
		}
		if _, _, err := c.SaveDecisions(t.Context(), centre.Choice{District: "Південний"}, path, ""); data.CodeOf(err) != "statistics.unknown_district" {
			t.Error(err)
		}
		if _, _, err := c.SaveDecisions(t.Context(), centre.Choice{School: "x"}, path, ""); data.CodeOf(err) != "centre.unknown_school" {
			t.Error(err)
		}
	})
}

func TestDecisionsOfPaymentsBySheet(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn func(testing.TB) string) {
		c := newCentre(t, dsn(t), "ort-2021")
		a := c.enrol("a")
		c.put(a.message(exchange.TypeEntries, []exchange.Record{
			applied("p1", "+996555100001", exchange.Payment{ID: "one", Number: "0017"}, exchange.Payment{ID: "two", Number: "0018", Cancelled: "2020-02-21"}),
			applied("p2", "+996555100002", exchange.Payment{ID: "one", Number: "0019"}, exchange.Payment{ID: "two", Number: "0020"})}))
		c.ingest(trusting)
		s := c.decisions(t, centre.Choice{}, "")
		people, payments := s.GetSheetName(1), s.GetSheetName(2)
		s.set(people, "100 001", "decision=зарегистрирован")
		s.set(people, "100 002", "decision=отказано", "note=снимок не тот")
		s.set(payments, "0017", "decision=оплата: принято")
		s.set(payments, "0019", "decision=оплата: отклонено", "note=номер не найден", "on=20.02.2020")
		s.set(payments, "0020", "decision=зарегистрирован")
		t.Run("KG-065 verdicts on receipts from a sheet of their own", func(t *testing.T) {
			same(t, c.take(t, s, false), people+"!A3 p1 registered", people+"!A4 p2 refused", payments+"!A3 p1 payment-accepted", payments+"!A4 p2 payment-rejected", payments+"!I5 p2 registered decisions.other_sheet")
			same(t, c.of("decision", "graduate", "about", "which", "verdict"), "p1 answer  registered", "p1 payment one accepted", "p2 answer  refused", "p2 payment one rejected")
		})
		t.Run("KG-065 what is left awaits a verdict still", func(t *testing.T) {
			later := c.decisions(t, centre.Choice{}, "")
			if rows := must(later.GetRows(payments)); len(rows) != 3 || !strings.Contains(fmt.Sprint(rows[2]), "0020") {
				t.Errorf("%q", rows)
			}
		})
		before := c.facts()
		c.rebuild()
		same(t, c.facts(), before...)
	})
}
