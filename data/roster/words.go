package roster

import (
	"strings"

	"graduand/data"
)

// Columns that hold several fields at once, and the second telephone.
const (
	FieldFullName        = "full_name"
	FieldGivenPatronymic = "given_patronymic"
	FieldDocument        = "document"
	FieldPhone2          = "phone2"
)

// What a column can be besides a field.
const (
	columnOrdinal     = "#"             // the running number: nothing of it is kept
	columnForeign     = "foreign"       // something about parents or teachers
	columnParentPhone = "parent_phone"  // taken only where there is no own one
	columnHomePhone   = "home_phone"    // a second telephone
	columnBareNumber  = "bare_number"   // «номер»: of what, the neighbour tells
	columnGivenOrFull = "name"          // "Name": given or full, the others tell
	columnList        = "list"          // «Список учнів»: names, or a title
	columnDate        = "date"          // «Дата»: of what, the cells tell
	columnUnread      = "unread"        // known, but its cells mean nothing without [Rules.Codes]
	columnLetter      = "class_letter"  // the letter of a class whose number stands in another column
	columnStamp       = "stamp"         // when a form of the network was answered
	maxHeader         = 300             // letters; longer cells are titles or text
	reasonHeader      = "roster.reason" // the last column of a workbook of problems
)

// knownHeaders are the squeezed spellings of headers that mean one thing, field by
// field, in Ukrainian, Russian, Kyrgyz and English. What is longer or rarer is
// recognised by its words (byStems).
var knownHeaders = map[string]string{
	columnOrdinal: "№|n|no|№зп|№пп|№п|nзп|nпп|зп|пп|noзп|noпп|порядковийномер|порядковыйномер|номерзапорядку|номерпопорядку|катарномери|т№|№к|кс",
	FieldFullName: "піб|фио|пip|прізвищеімяпобатькові|прізвищеімятапобатькові|прізвищеіімя|прізвищетаімя|фамилияимяотчество|" +
		"фамилияимя|атыжөнү|атыжөнүтолук|фамилиясыаты|фамилиясыатыатасынынаты|фаа|аажт|фамилиясыатыатасыныныаты|" +
		"fullname|nameandsurname|surnameandname|lastnamefirstname|student|pupil|studentname|учень|учениця|ученик|учащийся|випускник|" +
		"выпускник|бүтүрүүчү|окуучу|graduate|піпучня|піп|учні|здобувачосвіти|здобувачіосвіти|дитина|ребенок|child|вихованець|воспитанник|вступник|абітурієнт|абитуриент|слухач|слушатель|студент|учащиеся|ученики|випускники|выпускники|окуучулар",
	columnList:               "списокучнів|списокучнівкласу|списоквипускників|списокучащихся|списокучеников|списоквыпускников|списокздобувачівосвіти|окуучулардынтизмеси",
	data.FieldSurname:        "прізвище|фамилия|фамилиясы|фам|surname|lastname|familyname",
	data.FieldGivenName:      "імя|имя|аты|givenname|firstname|forename|givennames|ысымы|ысым",
	data.FieldPatronymic:     "побатькові|отчество|отч|атасынынаты|атасынаты|patronymic|middlename|fathersname",
	FieldGivenPatronymic:     "givenpatronymic|імяпобатькові|імятапобатькові|имяотчество|имяиотчество|атыатасынынаты|ініціали|инициалы",
	columnGivenOrFull:        "name|names",
	data.FieldSex:            "стать|пол|жынысы|жыныс|sex|gender|чж|мж|mf|статьчж|полмж",
	data.FieldBirthDate:      "датанародження|датанар|рікнар|роканар|рн|деньмісяцьрік|числомісяцьрік|деньмесяцгод|числомесяцгод|дн|днр|др|дтн|деньнародження|ркнародження|рікнародження|числомісяцьрікнародження|датарождения|датарожд|деньрождения|годрождения|туулганкүнү|туулганкуну|туулганжылы|туулганкүнүайыжылы|dob|dateofbirth|birthdate|birthday|born|bdate",
	data.FieldClass:          "клас|класс|кл|паралель|параллель|классы|классгруппа|класгрупа|групакласу|группа|група|топ|тайпа|class|classname|grade|form|group",
	data.FieldPhone:          "телефон|тел|моб|мобтел|мобільний|мобильный|номертелефону|номертелефона|телефону|телефонномери|контактнийтелефон|контактныйтелефон|phone|phonenumber|mobile|cell|tel|контакт|контакти|контакты|контактнийномер|контактныйномер|байланышномери",
	FieldPhone2:              "телефон2|phone2|другийтелефон|додатковийтелефон|дополнительныйтелефон",
	data.FieldDocumentKind:   "виддокумента|типдокумента|документтинтүрү|назвадокумента|названиедокумента|documenttype|documentkind|kindofdocument|виддок|типдок",
	data.FieldDocumentSeries: "серія|серия|сериясы|series|сер|серіядокумента|серияпаспорта",
	data.FieldDocumentNumber: "номердокумента|номерпаспорта|№документа|№паспорта|паспортномери|паспорттунномери|документтинномери|№док|номердок|№пасп|passportnumber|documentnumber|passportno|idnumber|numberofdocument",
	FieldDocument:            "документ|паспорт|пасп|серія№док|серіятаномердок|серіяіномердок|серіяномердок|серия№док|серияномердок|паспортнідані|паспортныеданные|серіяномер|серіятаномер|серіяіномер|серіяномердокумента|серіятаномердокумента|серияиномер|серияномер|passport|document|паспортмаалыматы|паспорту|серия№|серія№|серіята№|idcard",
	data.FieldCardNumber:     "рк|номерреєстраційноїкартки|№реєстраційноїкартки|номеррк|№рк|номеррегистрационнойкарточки|каттоокарточкасыныннномери|cardnumber|registrationcardnumber|номербланкарегистрации",
	columnDate:               "дата|date",
	columnBareNumber:         "номер|номери|number|ном",
	data.FieldSubjects:       "предмети|предметизно|обраніпредмети|предметы|предметыорт|предметтер",
	data.FieldAttestation:    "дпа|предметидпа|дпауформізно|предметыгиа",
	data.FieldCategory:       "категорія|категория|категориясы|category",
	columnLetter:             "літер|литер|тамгасы|літера|литера|буква|літеракласу|литеракласса|буквакласу|буквакласса|тамга|класстынтамгасы|letter|classletter",
	columnStamp:              "позначкачасу|міткачасу|отметкавремени|датавідповіді|убакытбелгиси|timestamp|submittedat|датаотправки|часпочатку|часзавершення|часстворення|датастворення|времяначала|времязавершения|времясоздания|датасоздания|starttime|completiontime|башталганубактысы|бүткөнубактысы",
	columnForeign:            "посада|должность|кызматы|position|примітка|примітки|примечание|примечания|эскертүү|note|notes|remarks",
}

// endPhrases begin the lines below a roster that are nobody: totals, signatures,
// notes. Each is a stem for every word, as [begins] reads them.
var endPhrases = phrases(
	"підсумок.", "підсумки.", "итог.", "итоги.", "сума.", "сумма.", "всього.", "усього.", "загалом.", "кількість.", "итого.", "всего.", "количество.", "баары.", "бардыгы.", "жыйынты", "total.", "разом по.|учн|за.|у.|осіб.", "середній.|сер. бал", "средний.|ср. балл", "якість. знань.|навчання.", "качество. знаний.|обучения.", "успішність.", "успеваемость.", "билим. сапаты.", "жалпы. саны.|окуучу", "з. них.", "из. них.",
	"директор", "во.|тво.|ио.|врио. директор|заст|завід|ректор|началь", "заст.|зам. директор|дир.", "заступни", "заместител", "мүдүр", "мектеп.|мектептин. директор|мүдүр", "principal", "headteacher", "head. teacher",
	"кл.|клас.|класн.|класний.|класна.|класс.|классн.|классный.|классная.|класстын. кер.|керівн.|керівни|рук.|руковод.|руководит.|руководител|жетекч.|жетекчи", "class. teacher", "керівни", "керівничк", "руководител", "жетекчи", "кер. клас|гурт|груп",
	"секретарк", "секретар. школи.|ліцею.|гімназії.|педради.|школы.|лицея.|комісії.", "голова. ради.|педради.|комісії.|правління.|циклової.", "завуч. школи.|ліцею.|гімназії.|школы.",
	"виконав", "виконала.", "виконавец", "исполнител", "склав.", "склала.", "печатка.", "печать.", "мп.", "дата.", "підпис", "подпись", "колу.", "колтамгасы.", "signature", "відповідальн", "ответственн", "жооптуу.",
	"примітк", "приміт.", "примечани", "эскертүү.", "список.", "списки.", "телефон. ліцею.|школи.|гімназії.|школы.", "тел. ліцею.|школи.|гімназії.|школы.", "адреса.", "адрес.",
)

// countedWords are totals only beside a number.
var countedWords = []string{"хлопців|хлопчиків|хлопці|дівчат|дівчаток|дівчата|юнаків|мальчик|мальчиков|девочек|девушек|юношей|балдар|эркек|кыздар|учнів|учащихся|учеников|окуучу|осіб"}

// maybeSurnames are surnames too, and begin a line of nobody only where nothing
// speaks for a person.
var maybeSurnames = []string{"секретар", "зам", "заст", "разом", "голова", "кер", "завуч", "жалпы", "вчитель", "учитель"}

func phrases(list ...string) [][]string {
	var split [][]string
	for _, phrase := range list {
		split = append(split, strings.Fields(phrase))
	}
	return split
}
