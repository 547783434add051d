package widgets

import (
	"image"
	"image/color"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func TestTableBreaksLongWords(t *testing.T) {
	test.NewTempApp(t)
	test.ApplyTheme(t, test.Theme())
	table := NewTable([]Column{{Title: "A", Width: 60}, {Title: "B", Width: 130, TwoLines: true, Stretch: true}})
	table.SetRows([]Row{
		{Key: "1", Cells: []Cell{{}, {Text: "brief"}}},
		{Key: "2", Cells: []Cell{{}, {Text: "words in two lines, not in one", Short: "no"}}},
		{Key: "3", Cells: []Cell{{}, {Text: "so many words that even two lines have no room", Short: "many words"}}},
	})
	window := test.NewTempWindow(t, table)
	window.Resize(fyne.NewSize(230, 200))
	var got []string
	for _, row := range rowsOf(table) {
		words := test.WidgetRenderer(row).(*rowRenderer).texts[1]
		line := words.first.Text
		if words.second.Visible() {
			line += "|" + words.second.Text
		}
		got = append(got, line)
	}
	if want := []string{"brief", "words in two lines,|not in one", "many words"}; !slices.Equal(got, want) {
		t.Errorf("shown %q", got)
	}
	widths := table.widths(200)
	if sum := widths[0] + widths[1] + table.boxWidth(); sum > 201 {
		t.Errorf("with too little room the columns take %v", sum)
	}
}

// Short words that have room in one line have the letters of a line.
func TestShortWordsHaveTheUsualLetters(t *testing.T) {
	test.NewTempApp(t)
	test.ApplyTheme(t, test.Theme())
	words, usual := newCellWords(), theme.Size(theme.SizeNameText)
	column := Column{TwoLines: true}
	words.lay("so many words that even two lines have no room for them", "many", column, fyne.Position{}, fyne.NewSize(130, 28))
	if words.first.Text != "many" || words.first.TextSize != usual {
		t.Errorf("%q in letters of %v, not %v", words.first.Text, words.first.TextSize, usual)
	}
	words.lay("so many words that even two lines have no room for them", "many words in two lines", column, fyne.Position{}, fyne.NewSize(130, 28))
	if words.second.Hidden || words.first.TextSize == usual {
		t.Errorf("%q, %q in letters of %v", words.first.Text, words.second.Text, words.first.TextSize)
	}
}

// TestTwoLinesDoNotTouch each other, nor the line under the row, in any size of letters, and
// nothing of the tallest letters is cut or touches the frame of the current row: above them
// there is room in every row.
func TestTwoLinesDoNotTouch(t *testing.T) {
	test.NewTempApp(t)
	for _, percent := range []int{100, 115, 130} {
		test.ApplyTheme(t, NewTheme(false, percent))
		table := NewTable([]Column{{Width: 60, TwoLines: true, Stretch: true}})
		table.Plain = true
		for words, bands := range map[string]int{"Щуруруру Щурурурур": 3, "ҐЇЙЁҐЇЙ ҐЇЙЁҐЇЙ": 0} {
			for _, current := range []bool{false, true} {
				table.SetRows([]Row{{Key: "1", Cells: []Cell{{Text: words}}}})
				if table.cursor = ""; current {
					table.cursor = "1"
				}
				row := newTableRow(table)
				row.show(0)
				window := test.NewTempWindow(t, row)
				window.SetPadded(false)
				window.Resize(fyne.NewSize(80*scale(), rowHeight(2)))
				first := test.WidgetRenderer(row).(*rowRenderer).texts[0]
				if !first.second.Visible() {
					t.Fatal("the words stand in one line")
				}
				picture := window.Canvas().Capture()
				if got := bandsOf(picture); bands > 0 && !current && got != bands {
					t.Errorf("%d %%: two lines and the one below look like %d", percent, got)
				}
				if above := inkFrom(picture, theme.Color(theme.ColorNameForeground)); above < 2 {
					t.Errorf("%d %%: %q, current %v: %d pixels above the letters", percent, words, current, above)
				}
			}
		}
	}
}

// inkFrom is how far down a picture the first pixel of letters is, which are far darker than
// what is behind them and the frame of a row.
func inkFrom(picture image.Image, ink color.Color) int {
	r, g, b, _ := ink.RGBA()
	near := func(x, y uint32) bool { return max(x, y)-min(x, y) < 0x6000 }
	for y := picture.Bounds().Min.Y; y < picture.Bounds().Max.Y; y++ {
		for x := picture.Bounds().Min.X; x < picture.Bounds().Max.X; x++ {
			pr, pg, pb, _ := picture.At(x, y).RGBA()
			if near(pr, r) && near(pg, g) && near(pb, b) {
				return y
			}
		}
	}
	return -1
}

// bandsOf counts what is drawn one below the other in a picture.
func bandsOf(picture image.Image) (bands int) {
	bounds, was := picture.Bounds(), false
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		is := false
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			is = is || picture.At(x, y) != picture.At(0, 0)
		}
		if is && !was {
			bands++
		}
		was = is
	}
	return bands
}
