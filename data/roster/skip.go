package roster

import (
	"slices"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/pattern"
)

// verdict says whether a line is a person.
type verdict int

const (
	nobody verdict = iota
	person
	doubtful // a signature, or a person with an odd surname
)

// judge tells persons from the other lines of a table, says why a line is nobody, and takes
// note of what such a line says instead: the class of the section below, or the end of the
// table. What a person alone has (a date, a number, the next running number, a class) makes
// one of any line but a total; where there is neither that nor a sure sign of nobody, the
// line is in doubt, never dropped.
func (p *parser) judge(cells []string) (who verdict, why string) {
	if class := p.nextClass(cells); class != "" {
		p.begin(class)
		return nobody, passedHeader
	}
	switch {
	case p.repeatsHeader(cells):
		p.other = p.staff // the same columns, of other people
		return nobody, passedHeader
	case p.isOtherHeader(cells):
		p.other, p.over = true, parentsHeader(cells)
		return nobody, passedHeader
	case isNumbering(cells):
		return nobody, passedNumbering
	case isTotal(cells):
		p.ended = true
		return nobody, passedEnd
	case isPageNumber(cells), isGroupTitle(cells):
		return nobody, passedTitle
	case p.beginsStaff(cells):
		p.other, p.staff, p.over = true, true, strings.Join(cells, "")
		return nobody, passedTitle
	}
	if p.ofParents(cells) {
		return nobody, passedParents
	}
	if class := p.taught(cells); class != "" {
		p.begin(class)
		return nobody, passedClass
	}
	counted := p.counts(cells)
	if p.signsBefore(cells) {
		return doubtful, ""
	}
	if p.other && p.named(cells) && p.section(cells) == "" {
		return doubtful, ""
	}
	if p.proven(cells) && !slices.ContainsFunc(p.name, func(i int) bool { return isSigned(at(cells, i)) }) || p.named(cells) && (counted || p.classed(cells)) {
		return person, ""
	}
	if class := p.section(cells); class != "" {
		p.begin(class)
		return nobody, passedClass
	}
	if title := p.titleBetween(cells); title != "" {
		return nobody, title
	}
	return p.judgeEnd(cells)
}

// judgeEnd judges a line of which nothing says that it names a person, and that may be below the list.
func (p *parser) judgeEnd(cells []string) (who verdict, why string) {
	sign, filled := endSign(cells), filled(cells)
	ended := p.ended && filled <= 2 && (len(p.proof) > 0 || strings.ContainsAny(strings.Join(cells, ""), "._"))
	p.ended = p.ended || sign != noSign
	switch {
	case sign == sureSign && p.looksNamed(cells) && beginsTotal(cells):
		return doubtful, "" // Сума is a surname too
	case sign == sureSign:
		return nobody, passedEnd
	case !p.named(cells):
		return nobody, passedNameless
	case sign == maybeSign || ended:
		if p.looksNamed(cells) {
			return doubtful, ""
		}
		return nobody, passedBelow
	case filled <= 2 && !slices.ContainsFunc(cells, func(cell string) bool { return cell != "" && !bareNumber.MatchString(cell) }):
		return nobody, passedNameless
	}
	return person, ""
}

// taught is the class of a line that says who teaches it in cells of their own, «11-Б клас»,
// «Кл. рук.», a name, a telephone; "" for any other line, as nearly all are that begin with a name
// or a number.
func (p *parser) taught(cells []string) string {
	i := slices.IndexFunc(cells, func(cell string) bool { return cell != "" })
	if i < 0 || data.AllDigits(cells[i]) || !strings.ContainsAny(cells[i], "0123456789XIХІ") || !slices.ContainsFunc(cells, saysTeacher) {
		return ""
	}
	return p.section(cells)
}

func saysTeacher(cell string) bool { return ofTeachers(squeeze(cell)) }

// titleBetween says what a line of one cell between the persons is that names nobody: who is under
// it, or who teaches them; "" for any other line.
func (p *parser) titleBetween(cells []string) (why string) {
	switch title := strings.Join(cells, ""); {
	case filled(cells) != 1 || p.looksNamed(cells):
		return ""
	case saysLeft(title):
		p.left, p.ended = title, false
		return passedTitle
	case ofParentsAlone(title) && endSign(cells) == sureSign:
		return passedEnd
	case ofParentsAlone(title):
		return passedTitle
	}
	return ""
}

// signsBefore reports that a line with the numbers that only a person has says before the name
// that somebody signs there: «Класний керівник», a name, a telephone.
func (p *parser) signsBefore(cells []string) bool {
	i := slices.IndexFunc(cells, func(cell string) bool { return strings.Trim(cell, "0123456789.,- ") != "" })
	return i >= 0 && !slices.Contains(p.person, i) && p.named(cells) && p.proven(cells) && endSign(cells) == sureSign
}

// signedInitials stand beside a surname under a table: «О. І. Верболоз».
var signedInitials = pattern.New(`(?:^|[\s.])\p{Lu}\.`)

func hasInitials(cells []string) bool { return slices.ContainsFunc(cells, signedInitials.MatchString) }

// besideSign judges the part of a line that another table has beside a signature: the name of who
// signs, unless there is more of somebody.
func (p *parser) besideSign(cells []string) (who verdict, why string) {
	if p.proven(cells) || p.classed(cells) || p.ordinal >= 0 && at(cells, p.ordinal) != "" {
		return doubtful, ""
	}
	p.ended = true
	return nobody, passedEnd
}

// bareNumber is a total without a word, or the date below a table.
var bareNumber = pattern.New(`^(?:\d{1,4}|\d{1,2}\.\d{1,2}\.\d{2,4})$`)

// named reports that some column of a person is filled.
func (p *parser) named(cells []string) bool {
	for _, i := range p.person {
		if !absent(at(cells, i)) {
			return true
		}
	}
	return !absent(p.nameBeside(cells))
}

// counts reports that the line goes on with the running numbers.
func (p *parser) counts(cells []string) bool {
	if p.ordinal < 0 {
		return false
	}
	n, err := strconv.Atoi(strings.TrimRight(at(cells, p.ordinal), ".) "))
	if err != nil {
		return false
	}
	next := n == p.last+1
	p.last = n
	return next
}

// classed reports that the line has a class of its own.
func (p *parser) classed(cells []string) bool {
	c, found := p.layout.column(data.FieldClass)
	if !found || at(cells, c.Index) == "" {
		return false
	}
	_, isClass := cellClass(at(cells, c.Index), p.rules.NameScript)
	return isClass
}

// looksNamed reports that the line names somebody in full behind its first word: two
// or three words that begin with capitals, no initials, colons or strokes.
func (p *parser) looksNamed(cells []string) bool {
	var words []string
	for _, i := range p.person {
		words = append(words, strings.Fields(at(cells, i))...)
	}
	if len(words) == 0 {
		words = strings.Fields(p.nameBeside(cells))
	}
	return namesOne(words)
}

// proven reports that a line has the numbers that only a person has.
func (p *parser) proven(cells []string) bool {
	for _, i := range p.proof {
		if cell := at(cells, i); cell != "" && digitCount(cell) >= 5 {
			return true
		}
	}
	return false
}

// section is the class that a line over the persons of a class says, «11-Б клас», also with
// how many they are or who teaches them in another cell; "" for any other line.
func (p *parser) section(cells []string) string {
	if len(p.layout.Columns) < 2 {
		return ""
	}
	own, found := p.layout.column(data.FieldClass)
	class, others, taught := "", 0, false
	if filled(cells) > 2 {
		taught = slices.ContainsFunc(cells, saysTeacher)
	}
	for i, cell := range cells {
		if cell == "" {
			continue
		}
		named, is := classInTitle(cell, p.rules.NameScript)
		switch {
		case is && class == "" && strings.ContainsFunc(cell, isWordSign):
			class = named
		case is && class == "":
			class, others = named, others+1 // a bare number alone is a class
		default:
			others++
			if taught && isAboutTeacher(cell) {
				continue
			}
			if found && at(cells, own.Index) != "" || !isAboutClass(cell) || i == own.Index && found {
				return ""
			}
		}
	}
	if others > 1 && !taught {
		return ""
	}
	return class
}

// headCount is how many there are in a class.
var headCount = pattern.New(`^\D{0,20}\d{1,3}(?:\s*\p{L}{1,12}\.?)?$`)

// isAboutClass reports what a line may say of a class beside its name.
func isAboutClass(cell string) bool {
	return !data.LongerThan(cell, maxTitle) && (headCount.MatchString(cell) || ofTeachers(squeeze(cell)))
}

// isAboutTeacher reports what a line may say of who teaches a class: the name, the telephone, and
// the words for them.
func isAboutTeacher(cell string) bool {
	return !data.LongerThan(cell, maxTitle) && (ofTeachers(squeeze(cell)) || isPhone(squeeze(cell)) || digitCount(cell) >= 5 ||
		signedName.MatchString(cell) || namesOne(strings.Fields(cell)))
}
