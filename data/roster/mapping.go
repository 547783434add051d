package roster

import (
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"graduand/data"
	"graduand/data/workbook"
)

// bareLayout is a sheet without a recognised header. If the mapping speaks of a
// header text, the line with that text is the header.
func bareLayout(sheet *workbook.Sheet, options Options) Layout {
	layout := Layout{Sheet: sheet.Name, sheet: sheet}
	width := 0
	for _, line := range sheet.Lines {
		width = max(width, len(line.Cells))
	}
	layout.Columns = make([]Column, width)
	for i := range layout.Columns {
		layout.Columns[i].Index = i
	}
	for _, where := range options.Columns {
		for i := 0; i < len(sheet.Lines) && i < headerLines; i++ {
			if !holds(sheet.Lines[i].Cells, where) || isPlace(where) {
				continue
			}
			for c, cell := range sheet.Lines[i].Cells {
				layout.Columns[c].Header = data.OneLine(cell)
			}
			layout.Header, layout.first = sheet.Lines[i].Number, i+1
			return layout
		}
	}
	return layout
}

func holds(cells []string, text string) bool {
	for _, cell := range cells {
		if squeeze(cell) == squeeze(text) && cell != "" {
			return true
		}
	}
	return false
}

func isPlace(where string) bool {
	_, ok := place(where)
	return ok
}

// place reads a column's number or letters; Cyrillic letters that look like Latin
// ones are what a user with another keyboard types.
func place(where string) (index int, ok bool) {
	where = toLatin(strings.ToUpper(strings.TrimSpace(where)))
	if n, err := strconv.Atoi(where); err == nil {
		return n - 1, n >= 1
	}
	if where == "" || utf8.RuneCountInString(where) > 2 {
		return 0, false
	}
	for _, r := range where {
		if r < 'A' || r > 'Z' {
			return 0, false
		}
		index = index*26 + int(r-'A') + 1
	}
	return index - 1, true
}

// overrule puts the user's mapping before what was recognised.
func (l *Layout) overrule(mapping map[string]string) error {
	fields := make([]string, 0, len(mapping))
	for field := range mapping {
		fields = append(fields, field)
	}
	sort.Strings(fields)
	for i := range l.Columns {
		if _, mapped := mapping[l.Columns[i].Field]; mapped {
			l.Columns[i].Field = ""
		}
	}
	for _, field := range fields {
		i, ok := l.find(mapping[field])
		if !ok {
			return data.Fail("roster.no_column", data.Args{"field": data.Term("field." + field), "column": mapping[field], "sheet": l.Sheet})
		}
		l.Columns[i].Field, l.Columns[i].Ignored, l.Columns[i].parents = field, false, false
	}
	return nil
}

func (l *Layout) find(where string) (int, bool) {
	for i, c := range l.Columns {
		if c.Header != "" && squeeze(c.Header) == squeeze(where) {
			return i, true
		}
	}
	i, ok := place(where)
	return i, ok && i < len(l.Columns)
}

// firstData is the first line that looks like a person, for a sheet with a mapping
// and no header.
func (l *Layout) firstData(words *dictionary) int {
	for i, line := range l.sheet.Lines {
		if l.looksLikeData(line.Cells, words) {
			return i
		}
	}
	return len(l.sheet.Lines)
}

func (l *Layout) looksLikeData(cells []string, words *dictionary) bool {
	for _, c := range l.Columns {
		cell := at(cells, c.Index)
		switch c.Field {
		case FieldFullName, data.FieldSurname, data.FieldGivenName:
			if !strings.ContainsFunc(cell, unicode.IsLetter) || words.field(cell) != "" || endSign(cells) == sureSign {
				return false
			}
		case data.FieldBirthDate:
			if digitRun(cell) < 2 && cell != "" {
				return false
			}
		}
	}
	filled := 0
	for _, cell := range cells {
		if cell != "" {
			filled++
		}
	}
	return filled > 1 || len(l.Columns) == 1
}

// codeNames are the names of the codes of one field, squeezed and word by word.
type codeNames struct {
	exact map[string]string
	words []codeWords
}

type codeWords struct {
	code  string
	words []string
}

func compileCodes(fields map[string]map[string][]string) map[string]*codeNames {
	ready := make(map[string]*codeNames, len(fields))
	for field, codes := range fields {
		names := &codeNames{exact: map[string]string{}}
		for code, spellings := range codes {
			for _, name := range append([]string{code}, spellings...) {
				names.exact[squeeze(name)] = code
				names.words = append(names.words, codeWords{code, squeezedWords(name)})
			}
		}
		ready[field] = names
	}
	return ready
}

// find reads one name: as it is, or as the only one whose words begin with those of
// the text, «укр мова».
func (n *codeNames) find(s string) (string, bool) {
	if code, known := n.exact[squeeze(s)]; known {
		return code, true
	}
	said, found := squeezedWords(s), ""
	for _, name := range n.words {
		if len(said) == 0 || !abbreviates(said, name.words) || found == name.code {
			continue
		}
		if found != "" {
			return "", false
		}
		found = name.code
	}
	return found, found != ""
}

func abbreviates(short, long []string) bool {
	if len(short) > len(long) {
		return false
	}
	for i := range short {
		if !strings.HasPrefix(long[i], short[i]) {
			return false
		}
	}
	return true
}

var betweenCodes = regexp.MustCompile(`[,;\n/+]+`)

// code fills a field of codes with those that the cell names; a name that is none of
// them is left out and said.
func (r *reader) code(c Column, value string, names *codeNames) {
	if absent(value) {
		return
	}
	if code, known := names.find(value); known {
		r.codesOf(c.Field, code)
		return
	}
	var codes []string
	for _, piece := range betweenCodes.Split(value, workbook.MaxColumns) {
		if piece = strings.TrimSpace(piece); piece == "" {
			continue
		}
		code, known := names.find(piece)
		if !known {
			r.problem(c, piece, "unknown_code", data.SeverityWarning, nil)
		} else if !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	r.codesOf(c.Field, strings.Join(codes, ","))
}

// codesOf writes a list of codes; the marks among the subjects wait until these are
// known.
func (r *reader) codesOf(field, codes string) {
	if field == data.FieldAttestation {
		r.attestation = codes
		return
	}
	r.row.Graduate.Set(field, codes)
}
