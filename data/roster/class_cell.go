package roster

import (
	"graduand/data"
	"graduand/data/pattern"
)

// classText is what a text in a column of classes says: a class, or several of which the first
// is taken until a person has chosen.
type classText struct {
	class string
	all   []string
	// date is what the spreadsheet has made of a class, where it has.
	date string
	// said says that the class is written in another way, or with a remark, which is told.
	said bool
	// strange says that it is hardly a class: a telephone or a name that has come here from the
	// column beside it, or a number with a part.
	strange bool
}

// classCell reads a class. One that the spreadsheet has made a date of is refused; where a cell
// names several, a person says in which of them the graduate is.
func (r *reader) classCell(c Column, value string) {
	text := r.classText(value)
	if text.date != "" {
		r.problem(c, text.date, "class_date", data.SeverityError, nil)
		return
	}
	if r.mended(c) {
		r.row.Graduate.Class = CleanClass(value, r.rules.NameScript)
		return
	}
	if len(text.all) > 0 {
		r.unsure(c, value, "class_several", nil, text.all)
	}
	if text.strange {
		r.unsure(c, value, "class_strange", nil, nil)
	}
	if text.said {
		r.problem(c, value, "class_read", data.SeverityWarning, data.Args{"class": text.class})
	}
	r.row.Graduate.Class = text.class
}

// classText remembers: a roster repeats its few classes.
func (p *parser) classText(value string) classText {
	text, known := p.classes[value]
	if !known {
		if date, is := dateForClass(value, p.date1904); is {
			text.date = date
		} else if text.all = severalInCell(value, p.rules.NameScript); text.all != nil {
			text.class = text.all[0]
		} else if text.class, text.said = oddClass(value, p.rules.NameScript); !text.said {
			text.class = CleanClass(value, p.rules.NameScript)
			text.strange = isStrangeClass(text.class)
		}
		p.classes[value] = text
	}
	return text
}

// partedNumber is a class with a part of it as a decimal, «11,1», as a spreadsheet keeps 11.10 too.
var partedNumber = pattern.New(`^\d{1,2}[.,]\d+$`)

// isStrangeClass recognises what is no class: so many digits as a telephone has, or a name.
func isStrangeClass(class string) bool {
	return digitCount(class) >= 9 || isGiven(class) || isPatronymic(class) || partedNumber.MatchString(class)
}
