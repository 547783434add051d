package roster

import (
	"slices"
	"strings"
	"unicode"

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

// SexOf proposes the sex of a person by the name: by the patronymic, by «уулу» or «кызы» in
// whatever part of the name, or by a surname that only women have. It is "" where that is not
// sure.
func SexOf(g *data.Graduate) data.Sex {
	if sex, by := sexOfFather(g); by != "" {
		return sex
	}
	return sexOfSurname(g)
}

// sexOfFather is what a name says by the father's, and the part that says it.
func sexOfFather(g *data.Graduate) (sex data.Sex, by string) {
	if sex = SexOfPatronymic(g.Patronymic); sex != "" {
		return sex, g.Patronymic
	}
	for _, part := range []string{g.Surname, g.GivenName, g.Patronymic} {
		for word := range strings.FieldsFuncSeq(strings.ToLower(part), func(r rune) bool { return unicode.IsSpace(r) || r == '-' }) {
			said := childWord[word]
			if said == "" {
				continue
			}
			if sex != "" && sex != said {
				return "", ""
			}
			sex, by = said, part
		}
	}
	return sex, by
}

// childWord are «son» and «daughter» as words behind the father's name.
var childWord = func() map[string]data.Sex {
	words := map[string]data.Sex{}
	for word := range strings.FieldsSeq("уулу улу ұлы огли оглы оғлы оғли ўғли uulu uly ogli ogly") {
		words[word] = data.Male
	}
	for word := range strings.FieldsSeq("кызы қызы қизи гызы qizi kyzy kizi gyzy") {
		words[word] = data.Female
	}
	return words
}()

// sexOfSurname is that of who has no patronymic and a surname in -ова or -ева. Those that are
// words, such as Голова and Діброва, men have too.
func sexOfSurname(g *data.Graduate) data.Sex {
	surname := strings.ToLower(g.Surname)
	if i := strings.LastIndexAny(surname, " -"); i >= 0 {
		surname = surname[i+1:]
	}
	ends := strings.HasSuffix(surname, "ова") || strings.HasSuffix(surname, "ева") || strings.HasSuffix(surname, "ёва") || strings.HasSuffix(surname, "єва")
	given := strings.ReplaceAll(strings.ToLower(g.GivenName), "ё", "е")
	if !ends || g.Patronymic != "" || given == "" || wordSurnames[surname] || ofMen[given] || !data.LongerThan(surname, 5) {
		return ""
	}
	return data.Female
}

var (
	wordSurnames = set(`голова корова підкова подкова діброва дуброва дубрава полова основа обнова окова
		безголова білоголова чорноголова сухоголова пустоголова здорова удова вдова`)
	ofMen = set(`адам александр алексей анатолий анатолій андрей андрій антон антін аркадій арсен арсений арсеній артем артемий артур богдан борис вадим валентин
		валерий валерій василий василь виктор виталий владислав володимир всеволод вячеслав віктор віталій гаврило геннадий геннадій георгий георгій герман глеб гліб
		гордій григорий григорій давид дамір даниил данил данила данило даниїл демид денис дмитрий дмитро евгений егор едуард захар захарій иван игорь илья кирилл кирило
		константин костянтин кузьма лев леонид леонід лука любомир макар максим марк марко мар’ян матвей матвій микита микола мирослав михаил михайло назар назарій никита
		николай олег олександр олексій олесь орест остап павел павло петр петро платон прохор роман ростислав руслан сава савва святослав семен сергей сергій станислав
		станіслав степан тарас тимофей тимофій тимур тихон фома федор федір філіп хома юрий юрій яків ян ярема яремій ярослав євген євгеній єгор єлисей ігор ілля`)
)
