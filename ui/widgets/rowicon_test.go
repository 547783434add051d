package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// countedIcon counts how often it is read.
type countedIcon struct {
	fyne.Resource
	read int
}

func (c *countedIcon) Content() []byte {
	c.read++
	return c.Resource.Content()
}

func TestIconOfARow(t *testing.T) {
	table, _ := smallTable(t)
	icon := &countedIcon{Resource: theme.ErrorIcon()}
	rows := table.Rows()
	rows[1].Cells[1].Icon = icon
	table.SetRows(rows)
	first := icon.read
	t.Run("a move of the cursor does not read it again", func(t *testing.T) {
		table.MoveTo("1")
		table.MoveTo("2")
		if first == 0 || icon.read != first {
			t.Errorf("read %d times, then %d times", first, icon.read)
		}
	})
	t.Run("another colour does", func(t *testing.T) {
		rows[1].Cells[1].Colour = theme.ColorNameWarning
		table.SetRows(rows)
		if icon.read == first {
			t.Error("the old colour stays")
		}
	})
	t.Run("a row without one shows none", func(t *testing.T) {
		rows[1].Cells[1].Icon = nil
		table.SetRows(rows)
		if r := test.WidgetRenderer(rowsOf(table)[1]).(*rowRenderer); r.icons[1].Visible() {
			t.Error("it is still there")
		}
	})
}
