package campaign

import (
	"slices"
	"strings"

	"graduand/data"
)

// fathers are the words for son and daughter behind a father's name, as documents write them.
var fathers = strings.Fields(`уулу улуу оглу оглы огли оглі угли углы ўғли ұлы кызы кизи қызы қизи гызы кзы
	uulu oglu ogly ogli uly ugli kyzy kizi qizi gyzy`)

// namesFather says that the surname or the given name holds the father's name already, «Асан
// уулу», «Асан кызы»: who is called so has no patronymic beside it.
func namesFather(g *data.Graduate) bool {
	apart := func(r rune) bool { return r == ' ' || r == '-' }
	return slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(g.Surname+" "+g.GivenName), apart), func(word string) bool {
		return slices.Contains(fathers, word)
	})
}

// lacks notes that a field is empty for which the form asks.
func (i *inspection) lacks(f *Field) {
	rule, severity := "required", i.c.Missing(f, i.g)
	switch {
	case f.Code == data.FieldPatronymic && namesFather(i.g):
		return
	case f.Kind == KindFile:
		rule = "required_file"
	case severity == data.SeverityConfirm:
		rule = "required_confirm"
	case i.onCard(f):
		rule = "required_on_card"
	}
	i.add(rule, severity, f.Code, nil)
}
