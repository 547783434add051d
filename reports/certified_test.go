package reports

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	"graduand/data"
)

// labelsOf are labels of so many people; those of the worst case have the longest name.
func labelsOf(people int, worst bool) CertifiedLabels {
	l := CertifiedLabels{Certified: certified(), Sheet: LabelSheet{Across: 3, Down: 8, Width: 70, Height: 37, Top: 0.5}}
	for i := range people {
		l.Persons = append(l.Persons, []string{"М. О. Ґалаґан", "О. І. Їжакевич", "Ґ. Өмүрзакова", ""}[i%4])
		if worst {
			l.Persons[i] = "М. К. " + longName
		}
	}
	return l
}

func labelBytes(t *testing.T, l CertifiedLabels) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return CertifiedLabelSheets(b, l, "uk", nil) })
}

// UA-025 UA-026: what is printed on a label lies on it, 4 mm from its edges and no nearer to those
// of the sheet, on each of the 24 of 70 × 37 mm.
func TestUA026LabelsLieOnTheirStickers(t *testing.T) {
	for _, worst := range []bool{false, true} {
		o := open(t, labelBytes(t, labelsOf(25, worst)))
		if o.pages != 2 {
			t.Fatalf("%d sheets", o.pages)
		}
		page := o.render(0, 200)
		for i := range 24 {
			left, top := float64(i%3)*70, 0.5+float64(i/3)*37
			if page.white(left+4, top+4, left+66, top+33) {
				t.Errorf("worst %v: nothing is on label %d", worst, i)
			}
			for _, edge := range [][4]float64{{left, top, left + 4, top + 37}, {left + 66, top, left + 70, top + 37}, {left, top, left + 70, top + 4}, {left, top + 33, left + 70, top + 37}} {
				if !page.white(edge[0]+0.1, edge[1]+0.1, edge[2]-0.1, edge[3]-0.1) {
					t.Errorf("worst %v: label %d has something at its edge %v", worst, i, edge)
				}
			}
		}
		if second := o.render(1, 100); second.white(4, 4.5, 66, 33) || !second.white(70, 0, 210, 297) {
			t.Errorf("worst %v: the 25th does not stand alone on the next sheet", worst)
		}
	}
}

// UA-026: each label says the words without quotes, who signs, and has three lines.
func TestUA026WhatALabelSays(t *testing.T) {
	o := open(t, labelBytes(t, labelsOf(1, false)))
	words := strings.Join(strings.Fields(o.text(0)), " ")
	for _, part := range []string{"Згідно з оригіналом", "М. О. Ґалаґан", "(особистий підпис)", "(ініціали, прізвище)", "(дата засвідчення копії)"} {
		if strings.Count(words, part) != 1 {
			t.Errorf("it lacks %q: %s", part, words)
		}
	}
	if strings.ContainsAny(words, "«»") {
		t.Errorf("there are quotes: %s", words)
	}
	if lines := o.render(0, 300).runs(false, 20, 40); len(lines) != 3 {
		t.Errorf("the lines are %v", lines)
	}
	if err := CertifiedLabelSheets(&bytes.Buffer{}, CertifiedLabels{}, "uk", nil); data.CodeOf(err) != "report.empty" {
		t.Error(err)
	}
}

// Labels are moved by exactly as much as is asked for.
func TestLabelsAreMoved(t *testing.T) {
	first := func(right, down float64) run {
		l := labelsOf(1, false)
		l.Sheet.Left, l.Sheet.Top = l.Sheet.Left+right, l.Sheet.Top+down
		return open(t, labelBytes(t, l)).render(0, 300).runs(false, 20, 40)[0]
	}
	still := first(0, 0)
	for _, by := range [][2]float64{{1.5, 0}, {0, -2.3}, {-3, 4}} {
		moved := first(by[0], by[1])
		if math.Abs(moved.from-still.from-by[0]) > 0.1 || math.Abs(moved.at-still.at-by[1]) > 0.1 {
			t.Error(fmt.Sprintf("by %v mm: from %+v to %+v", by, still, moved))
		}
	}
}

// A label on which nobody can sign is refused, not printed with a line of 20 mm.
func TestLabelsHaveRoomToSign(t *testing.T) {
	l := labelsOf(1, false)
	l.Sheet = LabelSheet{Across: 5, Down: 13, Width: 38, Height: 21}
	if err := CertifiedLabelSheets(&bytes.Buffer{}, l, "uk", nil); data.CodeOf(err) != "report.no_room" {
		t.Error(err)
	}
}
