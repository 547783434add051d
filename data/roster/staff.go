package roster

import (
	"regexp"
	"slices"
	"strings"

	"graduand/data"
)

// staff recognises a list of employees or of parents, which is read only when it is chosen:
// by a column of their posts, by the name of its sheet, or by its title.
func (l *Layout) staff() bool {
	if slices.ContainsFunc(l.Columns, func(c Column) bool {
		key := squeeze(c.Header)
		return strings.HasPrefix(key, "посад") || strings.HasPrefix(key, "должност") || strings.HasPrefix(key, "кызмат") || key == "position"
	}) {
		return true
	}
	if slices.ContainsFunc(l.Columns, func(c Column) bool { return c.Field != "" && ofGraduate(c.Header) }) {
		return false
	}
	return saysStaff(l.Sheet) || slices.ContainsFunc(l.titles(), saysStaff)
}

// titles are the lines of one cell right over the table.
func (l *Layout) titles() []string {
	var titles []string
	for i := l.begins - 1; i >= 0 && filled(l.sheet.Lines[i].Cells) == 1; i-- {
		if title := strings.Join(l.sheet.Lines[i].Cells, ""); !data.LongerThan(title, maxTitle) {
			titles = append(titles, title)
		}
	}
	return titles
}

// staffTitle is a title of a list of those who are no graduates.
var staffTitle = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:вчител(?:і|ів|ями)|учител(?:і|ів|я|ей|я)|педагог(?:и|ів|ов)|педпрац\p{L}*|працівник(?:и|ів)|співробітник(?:и|ів)|` +
	`сотрудник(?:и|ов)|работник(?:и|ов)|персонал\p{L}*|кадри|кадры|батьки|батьків|родители|родителей|мугалимдер\p{L}*|кызматкерлер\p{L}*|ата-эне(?:лер\p{L}*)?|` +
	`teachers|staff|employees|parents)(?:$|[^\p{L}])`)

func saysStaff(title string) bool { return staffTitle.MatchString(title) && !ofGraduate(title) }
