package roster

import (
	"strings"

	"graduand/data"
	"graduand/data/pattern"
	"graduand/data/text"
)

// dictionary knows headers: by their exact spelling, and by what they contain.
type dictionary struct {
	exact map[string]string
	// meant is what headers that were asked for mean, titled whether a cell among others says what stands in
	// titles: a list has them on every page.
	meant  map[string]string
	titled map[string]bool
	// work is how many cells were looked at as headers, alone and with those below them.
	work int
}

// mostWork bounds it: some seconds. A list of 5,000 people with 20 columns and its header on every page takes
// a third of it.
const mostWork = 400_000

func newDictionary(rules Rules) *dictionary {
	d := &dictionary{exact: make(map[string]string, len(knownHeaders)+32), meant: map[string]string{}, titled: map[string]bool{}}
	for field, spellings := range knownHeaders {
		field = readAs(field, rules)
		for spelling := range strings.SplitSeq(spellings, "|") {
			d.exact[spelling] = field
		}
	}
	for _, lang := range text.Languages() {
		d.add(columnForeign, text.For(lang).Say(reasonHeader, nil))
	}
	for code, title := range rules.Fields {
		d.add(code, code, title)
	}
	for field, spellings := range rules.Headers {
		d.add(readAs(field, rules), spellings...)
	}
	return d
}

// readAs leaves the columns of subjects unread where the words of their cells cannot
// be made codes.
func readAs(field string, rules Rules) string {
	if (field == data.FieldSubjects || field == data.FieldAttestation) && rules.Codes[field] == nil {
		return columnUnread
	}
	return field
}

func (d *dictionary) add(field string, spellings ...string) {
	for _, spelling := range spellings {
		if key := squeeze(spelling); key != "" {
			d.exact[key] = field
		}
	}
}

// enumerated is the number of a question: «2. Клас».
var enumerated = pattern.New(`^\s*№?\s*\d{1,2}\s*[.)]\s*`)

// ofNobodyElse is what a form says besides of whose data it does not ask: «(не батьків!)».
var ofNobodyElse = pattern.New(`(?i)(^|[^\p{L}])(?:а |but )?(?:не|not)\s+(?:ваших |своїх |своих |your )?(?:батьк\p{L}*|мам\p{L}*|тат\p{L}*|матер\p{L}*|отц\p{L}*|родител\p{L}*|опікун\p{L}*|parent\S*|mother\S*|father\S*)(?:\s*(?:,|та|чи|або|и|или|or)\s*(?:батьк\p{L}*|мам\p{L}*|тат\p{L}*|родител\p{L}*|опікун\p{L}*|опекун\p{L}*|parent\S*))?`)

// field says what a header means, or "". The words in brackets only make closer what
// those outside mean: whose it is, or which part of a document.
func (d *dictionary) field(header string) string {
	if header == "" || data.LongerThan(header, maxHeader) {
		return ""
	}
	return kept(d.meant, header, d.meaning)
}

// mostKept is how many texts are kept with what was found out of them.
const mostKept = 10_000

// kept is what is found out of a text, once.
func kept[T any](known map[string]T, text string, find func(string) T) T {
	found, is := known[text]
	if !is {
		if found = find(text); len(known) < mostKept {
			known[strings.Clone(text)] = found
		}
	}
	return found
}

// meaning finds out what field says.
func (d *dictionary) meaning(header string) string {
	header = data.Unescape(header)
	header = ofNobodyElse.ReplaceAllString(enumerated.ReplaceAllString(header, ""), "$1")
	key := squeeze(header)
	if field, known := d.lookup(key); known {
		return field
	}
	if ofParents(header) {
		return foreignField(key)
	}
	if d.nounsAlone(header) {
		return FieldFullName
	}
	whole, plain := byStems(key), data.OneLine(header)
	outside := squeeze(aside.ReplaceAllString(plain, " "))
	if outside == key || outside == "" {
		return whole
	}
	field, known := d.lookup(outside)
	if !known {
		field = byStems(outside)
	}
	_, inside, _ := strings.Cut(plain, "(")
	inside, _, _ = strings.Cut(inside, " ")
	switch {
	case field == "", foreignHeader(squeeze(inside)):
		return whole
	case field == FieldFullName && isPhone(squeeze(inside)):
		return data.FieldPhone // «Учень (тел.)»
	case isDocument(field) && isDocument(whole):
		return whole
	}
	return field
}

// nounsAlone reports that all words of a header are ones for a graduate: «Учень / учениця».
func (d *dictionary) nounsAlone(header string) bool {
	nouns := 0
	for word := range headerWords(header) {
		if nouns++; d.exact[squeeze(word)] != FieldFullName || !beginsWith(word, graduateStems) {
			return false
		}
	}
	return nouns > 1
}

func isDocument(field string) bool {
	return field == FieldDocument || field == data.FieldDocumentSeries || field == data.FieldDocumentNumber || field == data.FieldDocumentKind
}

// lookup finds an exact spelling, also with a number behind it.
func (d *dictionary) lookup(key string) (string, bool) {
	if field, known := d.exact[key]; known {
		return field, true
	}
	field, known := d.exact[strings.TrimRight(key, "0123456789")]
	return field, known && len(key) > 2 && field != columnOrdinal
}

// under says what a header of two rows means: the upper spans several columns.
func (d *dictionary) under(upper, lower string) string {
	whole := strings.TrimSpace(upper + " " + lower)
	field := d.field(whole)
	switch {
	case field == columnForeign && d.exact[squeeze(upper)] == data.FieldPhone && nameHeader(squeeze(lower)) == "":
		return columnParentPhone // «Контакти» over «батьків»
	case lower == "" || field == columnForeign || field == columnParentPhone:
		return field
	case upper == "":
		return d.field(lower)
	}
	if phones := field == data.FieldPhone || d.exact[squeeze(upper)] == data.FieldPhone; phones && (d.exact[squeeze(lower)] == FieldFullName || ofGraduate(lower) && d.field(lower) == "") {
		return data.FieldPhone // «Телефон» or «Контакти» over «учень», «учня»
	}
	if exact, known := d.exact[squeeze(lower)]; known && exact != columnBareNumber && exact != columnOrdinal {
		return exact
	}
	return field
}

// byStems recognises longer headers by the words in them.
func byStems(key string) string {
	if has(key, "список", "відомост", "сведения", "тизме") || key == "" {
		return ""
	}
	switch {
	case foreignHeader(key):
		return foreignField(key)
	case isPhone(key):
		if has(key, "домашн", "дом", "стаціонар", "home", "үй") {
			return columnHomePhone
		}
		return data.FieldPhone
	}
	for _, by := range []func(string) string{documentHeader, birthHeader, nameHeader, otherHeader} {
		if field := by(key); field != "" {
			return field
		}
	}
	return ""
}

// A key of two scripts is squeezed to Cyrillic letters.
var mixedViber, mixedWhatsApp = toCyrillic("viber"), toCyrillic("whatsapp")

func isPhone(key string) bool {
	return has(key, "телефон", "мобіл", "мобил", "phone", "mobile", "уюлдук", "вайбер", "ватсап", "viber", "whatsapp", mixedViber, mixedWhatsApp) && !has(key, "type") ||
		strings.HasPrefix(key, "тел") || strings.HasSuffix(key, "тел") || strings.HasPrefix(key, "моб") || strings.HasSuffix(key, "моб")
}

func documentHeader(key string) string {
	paper := has(key, "паспорт", "документ", "посвідч", "свідоцтв", "удостовер", "свидетельств", "күбөлүк", "күбөлүг", "passport", "document", "idкарт", "ідкарт", "іdкарт", "idcard", "іdcard", "certificate")
	if !paper || has(key, "дата", "кимвид", "коли", "когда", "кемвыд", "виданий", "видано", "выдан", "issue", "expir", "орган", "строк", "срок", "дійсн", "берилген", "атестат", "аттестат", "освіт", "образов") ||
		has(key, "копі", "копи", "copy", "скан") {
		return ""
	}
	series := has(key, "сері", "сери", "series")
	number := has(key, "номер", "№", "number") || strings.HasSuffix(key, "no")
	switch {
	case has(key, "вид", "тип", "назва", "назван", "type", "kind", "түрү") && !series && !number && !has(key, "посвід", "свідо"):
		return data.FieldDocumentKind
	case has(key, "видд", "типд", "видп", "типп", "назвад", "названиед") && !series && !number:
		return data.FieldDocumentKind
	case series && !number:
		return data.FieldDocumentSeries
	case number && !series:
		return data.FieldDocumentNumber
	}
	return FieldDocument
}

func birthHeader(key string) string {
	birth := has(key, "народж", "народи", "рожд", "родил", "туул", "birth", "born")
	switch {
	case birth && has(key, "місц", "мест", "жери", "place") && !has(key, "дата", "число", "күнү", "date"):
		return ""
	case birth, has(key, "датанар", "датарож"), strings.HasPrefix(key, "днр"):
		return data.FieldBirthDate
	}
	return ""
}

func nameHeader(key string) string {
	surname := has(key, "прізвищ", "фамили", "surname", "lastname", "familyname")
	patronymic := has(key, "батьков", "побатьків", "отчеств", "атасынынаты", "patronymic", "middlename", "fathersname")
	given := !ofSchool(key) && (has(key, "імя", "имя", "имен", "ініціал", "инициал", "givenname", "firstname", "forename") || saysGiven(strings.ReplaceAll(key, "атасынынаты", "")))
	switch {
	case has(key, "name") && has(key, "pupil", "student", "child", "learner", "graduate"):
		return FieldFullName
	case surname && (given || patronymic), has(key, "піб", "фио", "фаа", "атыжөн", "атыжон", "fullname"):
		return FieldFullName
	case surname:
		return data.FieldSurname
	case given && patronymic:
		return FieldGivenPatronymic
	case patronymic:
		return data.FieldPatronymic
	case given:
		return data.FieldGivenName
	}
	return ""
}

// ofSchool recognises what a school is called by: «Школа-гимназия имени А. Осмонова».
func ofSchool(key string) bool {
	return has(key, "школ", "гимназ", "гімназ", "лицей", "ліце", "мектеп")
}

// saysGiven recognises the Kyrgyz word «аты», which stands within other words too:
// «Сатылганов».
func saysGiven(key string) bool {
	return strings.HasPrefix(key, "аты") || strings.HasSuffix(key, "аты") || has(key, "ынаты", "унаты", "инаты", "үнаты", "ныаты")
}

func otherHeader(key string) string {
	switch {
	case has(key, "картк", "карточк", "карт", "card") && has(key, "реєстр", "регистр", "катто", "registration"), has(key, "бланкрегистр", "бланкарегистр"):
		return data.FieldCardNumber
	case has(key, "літера", "литера", "буква", "тамга") && has(key, "клас", "групи", "группы"):
		return columnLetter
	case strings.HasPrefix(key, "клас"), strings.HasPrefix(key, "навчальнийклас"), strings.HasPrefix(key, "учебныйкласс"), has(key, "класс", "класы") && len(key) < 40, asksClass(key):
		return data.FieldClass
	case has(key, "жыныс"), strings.HasPrefix(key, "стать"), strings.HasPrefix(key, "gender"):
		return data.FieldSex
	case has(key, "порядк", "алфав", "катарномер"):
		return columnOrdinal
	}
	return ""
}

// asksClass recognises the question of a form: «У якому класі ви навчаєтесь?».
func asksClass(key string) bool {
	return has(key, "клас", "class", "grade") && has(key, "якому", "якийклас", "котор", "каком", "какой", "кайсы", "номер", "ваш", "твій", "твой", "вкажіть", "укажіть", "укажите", "навчаєт", "навчаюс", "учитес", "учусь", "обучает", "окуйсу", "which", "what", "your")
}
