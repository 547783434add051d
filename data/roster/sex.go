package roster

import (
	"slices"
	"strings"

	"graduand/data"
)

// sexWords are the spellings of a sex, squeezed as headers are.
var sexWords = map[string]data.Sex{
	"ч": data.Male, "чол": data.Male, "чоловік": data.Male, "чоловіча": data.Male, "чоловічий": data.Male,
	"хлопець": data.Male, "хл": data.Male, "х": data.Male, "юнак": data.Male,
	"м": data.Male, "муж": data.Male, "мужской": data.Male, "мужчина": data.Male, "юноша": data.Male,
	"мальчик": data.Male, "мал": data.Male, "э": data.Male, "эр": data.Male, "эрк": data.Male, "эркек": data.Male,
	"эркекбала": data.Male, "бала": data.Male, "уул": data.Male,
	"m": data.Male, "male": data.Male, "man": data.Male, "boy": data.Male,
	"ж": data.Female, "жін": data.Female, "жінка": data.Female, "жіноча": data.Female, "жіночий": data.Female,
	"дівчина": data.Female, "дівч": data.Female, "д": data.Female,
	"жен": data.Female, "женский": data.Female, "женщина": data.Female, "девушка": data.Female, "девочка": data.Female,
	"дев": data.Female, "аял": data.Female, "аялзат": data.Female, "кыз": data.Female, "кызбала": data.Female,
	"хлопчик": data.Male, "хлоп": data.Male, "чоловіч": data.Male, "чолов": data.Male, "чоловічастать": data.Male, "юн": data.Male,
	"мужск": data.Male, "ер": data.Male,
	"дівчинка": data.Female, "дів": data.Female, "жіноч": data.Female, "жіночастать": data.Female, "женск": data.Female, "к": data.Female, "а": data.Female,
	"f": data.Female, "female": data.Female, "woman": data.Female, "girl": data.Female,
}

// ParseSex reads a sex in any usual spelling. Codes such as 1 and 2 are nobody's
// convention and are not guessed.
func ParseSex(s string) (data.Sex, bool) {
	sex, known := sexWords[squeeze(s)]
	return sex, known
}

var (
	daughters = strings.Fields("івна ївна овна евна ична инична кызы қызы гызы кизи қизи қизы кызи кзы qizi kyzy kizi gyzy")
	sons      = strings.Fields("ович евич йович іч ич уулу ұлы улы огли оглы оглу оғлы оғли оғлу ўғли ўгли ўғлы уғли углы угли углу ұғлы ұғли uulu uly ogli ogly oglu")
)

// SexOfPatronymic proposes the sex of who has a patronymic, "" where its ending does not tell.
func SexOfPatronymic(patronymic string) data.Sex {
	p := strings.ReplaceAll(strings.ToLower(patronymic), string(data.Apostrophe), "")
	ends := func(ending string) bool { return strings.HasSuffix(p, ending) }
	switch {
	case slices.ContainsFunc(daughters, ends):
		return data.Female
	case slices.ContainsFunc(sons, ends), ends(" улу"), ends("-улу"): // Айсулу is a given name
		return data.Male
	}
	return ""
}
