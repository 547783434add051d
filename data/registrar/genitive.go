package registrar

import (
	"strings"

	"graduand/data"
	"graduand/data/genitive"
)

// Genitive is a proposal for the genitive of a name.
type Genitive = genitive.Form

// Decline proposes the Ukrainian genitive of a name, of which only the surname must be there;
// sex is m or f. The error is genitive.no_surname.
func Decline(sex, surname, given, patronymic string) (Genitive, error) {
	if strings.TrimSpace(surname) == "" {
		return Genitive{}, data.Fail("genitive.no_surname", nil)
	}
	return genitive.Person(surname, given, patronymic, data.Sex(sex)), nil
}
