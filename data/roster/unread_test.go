package roster

import (
	"fmt"
	"testing"

	"graduand/data"
	"graduand/data/text"
	"graduand/data/workbook/workbooktest"
)

// unreadOf counts the rows by the rule that says nobody was recognised in them, and the people.
func unreadOf(t *testing.T, r *Roster) (people int, rules map[string]int) {
	t.Helper()
	rules = map[string]int{}
	for _, row := range r.Rows {
		if !row.Unread() {
			people++
			continue
		}
		p := row.Problems[0]
		if rules[p.Rule]++; p.Severity != data.SeverityConfirm || row.Graduate.Surname != "" {
			t.Errorf("%d: %v", row.Number, p)
		}
		for _, language := range text.Languages() {
			if said := p.Sentence(text.For(language)); said == "" || said == "roster.rule."+p.Rule {
				t.Errorf("%s: %q", language, said)
			}
		}
		for _, passed := range r.Passed {
			if passed.Number == row.Number {
				t.Errorf("%d: in doubt and passed over", row.Number)
			}
		}
	}
	return people, rules
}

// TestNobodyUnderHeader: a table in which nobody is recognised though lines are filled in it is
// told line by line, alone and below another table (F-14).
func TestNobodyUnderHeader(t *testing.T) {
	for _, c := range twoCampaigns() {
		for n := 1; n < 8; n++ {
			below := [][]any{line("Телефон учителя", "Паспорт", "Дата рождения", "Класс"), line("", "", "", "")}
			for i := range n {
				below = append(below, line("", "", "", fmt.Sprintf("11-%c", 'А'+i), "так", "ні"))
			}
			for _, first := range [][][]any{nil, {c.header[0], c.people[0], line()}} {
				content := workbooktest.XLSX(t, sheet("Лист1", append(first, below...)...))
				r, err := Read(t.Context(), "list", content, c.rules, Options{})
				if err != nil {
					t.Errorf("%d: %v", n, err)
					continue
				}
				people, rules := unreadOf(t, r)
				if people != min(len(first), 1) || rules["unread_table"] != n {
					t.Errorf("%s %d lines: %d people, %v, passed %v", c.rules.PhoneRegion, n, people, rules, r.Passed)
				}
			}
		}
	}
}

// TestPeoplePassedOver: five lines and more of one shape that name people are not passed over
// without a word (F-14).
func TestPeoplePassedOver(t *testing.T) {
	for _, c := range twoCampaigns() {
		for n := 1; n < 9; n++ {
			var over [][]any
			for i := range n {
				over = append(over, line("", "", "", "", "", "", fmt.Sprintf("Верболоз%s Оксана", letters(i)), "так"))
			}
			r := read(t, workbooktest.XLSX(t, sheet("Лист1", append(over, line(), c.header[0], c.people[0])...)), c.rules, Options{})
			people, rules := unreadOf(t, r)
			if want := n * min(n/unreadBlock, 1); people != 1 || rules["unread_block"] != want {
				t.Errorf("%s %d lines: %d people, %v, passed %v", c.rules.PhoneRegion, n, people, rules, r.Passed)
			}
		}
	}
}

// TestClassWithoutLetter: a class without a letter where others of the file have one is asked
// about, from a title and from a column, unless a person has said it (F-14).
func TestClassWithoutLetter(t *testing.T) {
	for _, c := range twoCampaigns() {
		header, person, other := c.header[0], c.people[0], c.people[2]
		for _, title := range []string{"СПИСОК выпускников 11-х классов", "11 клас", "Список учнів 11 класу"} {
			lines := [][]any{line(title), header, person, line(), line("11-Б клас"), header, other}
			for given, want := range map[string]string{"": "11 class_no_letter|11-Б", "11": "11|11-Б"} {
				r := read(t, workbooktest.XLSX(t, sheet("Лист1", lines...)), c.rules, Options{Class: given})
				if got := classesRead(r.Rows); got != want {
					t.Errorf("%s %q %q: %s", c.rules.PhoneRegion, title, given, got)
				}
			}
			r := read(t, workbooktest.XLSX(t, sheet("Лист1", lines[:3]...)), c.rules, Options{})
			if got := classesRead(r.Rows); got != "11" {
				t.Errorf("%s %q alone: %s", c.rules.PhoneRegion, title, got)
			}
		}
	}
}
