package roster

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/workbook"
)

// ReadCollection reads a workbook of [WriteCollection] that came back, in whatever order
// its rows and columns now are. A file that is none of ours is collect.not_ours, one of
// a newer program collect.newer, one without its table collect.no_table; what else is
// wrong with a file has a code "roster.…".
func ReadCollection(ctx context.Context, name string, content []byte) (*Collected, error) {
	book, err := workbook.OpenAll(ctx, name, content)
	if errors.Is(err, workbook.ErrText) {
		return nil, data.Fail("collect.not_ours", data.Args{"file": name})
	}
	if err != nil {
		return nil, err
	}
	return workbook.Within(ctx, name, func(context.Context) (*Collected, error) { return collected(book) })
}

func collected(book *workbook.Book) (*Collected, error) {
	r := &collectionReader{result: &Collected{Given: map[string]GivenRow{}}}
	sheets, err := r.readState(book.Sheets)
	if err != nil {
		return nil, err
	}
	r.result.Date1904 = slices.ContainsFunc(book.Sheets, func(s workbook.Sheet) bool { return s.Date1904 })
	r.readPeople(sheets)
	if !r.found {
		return nil, data.Fail("collect.no_table", nil)
	}
	return r.result, nil
}

// collectionReader reads one workbook.
type collectionReader struct {
	result *Collected
	// codes and titles are those of the columns that were given out.
	codes, titles []string
	// found says that there is a sheet with rows to fill in; several, that there is more
	// than one.
	found, several bool
}

// readState takes the sheet that tells what was given out from among the others.
func (r *collectionReader) readState(sheets []workbook.Sheet) (others []workbook.Sheet, err error) {
	state := slices.IndexFunc(sheets, func(s workbook.Sheet) bool { return len(s.Lines) > 0 && s.Lines[0].Cells[0] == stateMark })
	if state < 0 || len(sheets[state].Lines) < stateFirstRow-1 {
		return nil, data.Fail("collect.not_ours", nil)
	}
	lines := sheets[state].Lines
	format, err := strconv.Atoi(at(lines[0].Cells, 1))
	switch {
	case err != nil || format < 1:
		return nil, data.Fail("collect.not_ours", nil)
	case format > CollectionFormat:
		return nil, data.Fail("collect.newer", nil)
	}
	r.result.Registry = at(lines[0].Cells, 2)
	r.codes, r.titles = lines[1].Cells, lines[2].Cells
	for _, line := range lines[stateFirstRow-1:] {
		given := GivenRow{Class: at(line.Cells, 1), Name: at(line.Cells, 2), Stored: map[string]string{}}
		for i := ownColumns; i < len(r.codes); i++ {
			given.Stored[r.codes[i]] = at(line.Cells, i)
		}
		r.result.Given[line.Cells[0]] = given
	}
	return slices.Delete(sheets, state, state+1), nil
}

// readPeople reads the rows of every sheet that has the column of numbers.
func (r *collectionReader) readPeople(sheets []workbook.Sheet) {
	type table struct {
		sheet   *workbook.Sheet
		first   int
		columns map[int]string
	}
	var tables []table
	for i := range sheets {
		if first, columns := r.header(&sheets[i]); columns != nil {
			tables = append(tables, table{&sheets[i], first, columns})
		}
	}
	r.found, r.several = len(tables) > 0, len(tables) > 1
	for _, t := range tables {
		title := r.titleLine(t.sheet.Lines)
		r.unread(t.sheet, title, t.columns)
		for i, line := range t.sheet.Lines {
			if i >= t.first && !r.isHeader(line) {
				r.row(t.sheet, line, t.columns)
			}
		}
	}
}

// header finds the line with the codes of the columns, or, where somebody has deleted
// it, the one with their titles. Columns are the codes by place.
func (r *collectionReader) header(sheet *workbook.Sheet) (first int, columns map[int]string) {
	for i, line := range sheet.Lines {
		if slices.Contains(line.Cells, columnMark+columnID) {
			columns = map[int]string{}
			for column, cell := range line.Cells {
				if code, is := strings.CutPrefix(cell, columnMark); is {
					columns[column] = code
				}
			}
			return r.firstRow(sheet, i), columns
		}
	}
	i := r.titleLine(sheet.Lines)
	if i < 0 {
		return 0, nil
	}
	columns = map[int]string{}
	for column, cell := range sheet.Lines[i].Cells {
		if known := slices.Index(r.titles, cell); known >= 0 && known < len(r.codes) {
			columns[column] = r.codes[known]
		}
	}
	return i + 1, columns
}

// firstRow is where graduates can begin: a sheet that was sorted with its header has
// the codes below some of them.
func (r *collectionReader) firstRow(sheet *workbook.Sheet, codes int) int {
	for i := range codes {
		if _, known := r.result.Given[sheet.Lines[i].Cells[0]]; known {
			sheet.Lines = slices.Delete(sheet.Lines, codes, codes+1)
			return 0
		}
	}
	return codes + 1
}

// titleLine is the line with the titles, -1 for none.
func (r *collectionReader) titleLine(lines []workbook.Line) int {
	return slices.IndexFunc(lines, r.isTitles)
}

// isTitles recognises the line with the titles, also where one of the first three columns but
// the first was deleted.
func (r *collectionReader) isTitles(line workbook.Line) bool {
	return len(r.titles) >= ownColumns && slices.Contains(line.Cells, r.titles[0]) &&
		slices.ContainsFunc(r.titles[1:], func(title string) bool { return slices.Contains(line.Cells, title) })
}

// isHeader recognises the lines over the graduates, wherever they are repeated.
func (r *collectionReader) isHeader(line workbook.Line) bool {
	return r.isTitles(line) || slices.Contains(line.Cells, columnMark+columnID)
}

// unread names the columns that somebody has added and filled.
func (r *collectionReader) unread(sheet *workbook.Sheet, title int, columns map[int]string) {
	rows, widest := map[int]int{}, 0
	for _, line := range sheet.Lines {
		for column, cell := range line.Cells {
			if _, ours := columns[column]; !ours && cell != "" && !r.isHeader(line) {
				rows[column]++
				widest = max(widest, column)
			}
		}
	}
	for column := range widest + 1 {
		if rows[column] == 0 {
			continue
		}
		part := SkippedPart{Sheet: sheet.Name, Column: workbook.ColumnName(column), Rows: rows[column]}
		if title >= 0 {
			part.Header = at(sheet.Lines[title].Cells, column)
		}
		r.result.Unread = append(r.result.Unread, part)
	}
}

// row reads one graduate; a line without anything in our columns is none.
func (r *collectionReader) row(s *workbook.Sheet, line workbook.Line, columns map[int]string) {
	sheet := ""
	if r.several {
		sheet = s.Name
	}
	row := CollectedRow{Place: placeOf(sheet, 0, line.Number), Hidden: line.Hidden, Left: leftIn(line, columns)}
	filled := false
	for column := range max(len(line.Cells), len(line.Marks), lastColumn(columns)+1) {
		code, ours := columns[column]
		if !ours {
			continue
		}
		text, place := dayText(s, line, column), placeOf(sheet, column, line.Number)
		unsaved := text == "" && line.Mark(column)&workbook.MarkUnsaved != 0
		filled = filled || text != "" || unsaved
		merged := false
		if over := mergedOver(s, line.Number, column); text == "" && !unsaved && over != "" && code != columnID {
			text, merged = over, true
		}
		struck := line.Mark(column)&workbook.MarkStruck != 0
		switch code {
		case columnID:
			row.ID, row.Place = strings.ToLower(text), place
		case columnClass:
			row.Class, row.ClassPlace = text, place
		case columnName:
			row.Name, row.NamePlace, row.Struck = text, place, struck
		default:
			row.Cells = append(row.Cells, CollectedCell{Field: code, Place: place, Typed: data.Unescape(text), Unsaved: unsaved, Merged: merged, Struck: struck,
				Day: line.Mark(column)&workbook.MarkDay != 0, Truth: line.Mark(column)&workbook.MarkTruth != 0, Hidden: slices.Contains(s.HiddenColumns, column)})
		}
	}
	if filled {
		r.result.Rows = append(r.result.Rows, row)
	}
}

// dayText is the text of a cell; a day that is too far off to be told from other numbers is
// spelt out, as its sheet shows it.
func dayText(s *workbook.Sheet, line workbook.Line, column int) string {
	text := line.Cell(column)
	if day, far := farDay(s, line, column); far {
		return string(day)
	}
	return text
}

// mergedOver is the text of the cell of a row above that a cell was made one with, "" for none.
func mergedOver(s *workbook.Sheet, number, column int) string {
	for _, a := range s.Merged {
		if a.Left > column || a.Right < column || a.Top >= number || a.Bottom < number {
			continue
		}
		if i, found := slices.BinarySearchFunc(s.Lines, a.Top, byNumber); found {
			return s.Lines[i].Cell(a.Left)
		}
	}
	return ""
}

// leftIn is a note that the graduate has left, in a comment or in a column that somebody has
// added.
func leftIn(line workbook.Line, columns map[int]string) string {
	for column, cell := range line.Cells {
		if _, ours := columns[column]; !ours && leftWords.MatchString(cell) {
			return data.Shorten(data.OneLine(cell))
		}
	}
	for _, note := range line.Notes {
		if leftWords.MatchString(note) {
			return data.Shorten(data.OneLine(note))
		}
	}
	return ""
}

func lastColumn(columns map[int]string) int {
	last := 0
	for column := range columns {
		last = max(last, column)
	}
	return last
}
