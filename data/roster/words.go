package roster

import "graduand/data"

// knownHeaders are the squeezed spellings of headers that mean one thing, field by
// field, in Ukrainian, Russian, Kyrgyz and English. What is longer or rarer is
// recognised by its words (byStems).
var knownHeaders = map[string]string{
	columnOrdinal: "№|n|no|№зп|№пп|№п|nзп|nпп|зп|пп|noзп|noпп|порядковийномер|порядковыйномер|номерзапорядку|номерпопорядку|катарномери|т№|№к|кс",
	FieldFullName: "піб|фио|пip|прізвищеімяпобатькові|прізвищеімятапобатькові|прізвищеіімя|прізвищетаімя|фамилияимяотчество|" +
		"фамилияимя|атыжөнү|атыжөнүтолук|фамилиясыаты|фамилиясыатыатасынынаты|фаа|аажт|фамилиясыатыатасыныныаты|" +
		"fullname|nameandsurname|surnameandname|lastnamefirstname|student|pupil|studentname|учень|учениця|ученик|учащийся|випускник|" +
		"выпускник|бүтүрүүчү|окуучу|graduate|піпучня|піп",
	data.FieldSurname:        "прізвище|фамилия|фамилиясы|фам|surname|lastname|familyname",
	data.FieldGivenName:      "імя|имя|аты|givenname|firstname|forename|givennames|ысымы|ысым",
	data.FieldPatronymic:     "побатькові|отчество|отч|атасынынаты|атасынаты|patronymic|middlename|fathersname",
	FieldGivenPatronymic:     "givenpatronymic|імяпобатькові|імятапобатькові|имяотчество|имяиотчество|атыатасынынаты|ініціали|инициалы",
	columnGivenOrFull:        "name|names",
	data.FieldSex:            "стать|пол|жынысы|жыныс|sex|gender|чж|мж|mf|статьчж|полмж",
	data.FieldBirthDate:      "датанародження|датанар|дн|днр|др|дтн|деньнародження|ркнародження|рікнародження|числомісяцьрікнародження|датарождения|датарожд|деньрождения|годрождения|туулганкүнү|туулганкуну|туулганжылы|туулганкүнүайыжылы|dob|dateofbirth|birthdate|birthday|born|bdate",
	data.FieldClass:          "клас|класс|классы|классгруппа|класгрупа|групакласу|группа|група|топ|тайпа|class|grade|form|group",
	data.FieldPhone:          "телефон|тел|моб|мобтел|мобільний|мобильный|номертелефону|номертелефона|телефону|телефонномери|контактнийтелефон|контактныйтелефон|phone|phonenumber|mobile|cell|tel|контакт|контакти|контакты|байланышномери",
	FieldPhone2:              "телефон2|phone2|другийтелефон|додатковийтелефон|дополнительныйтелефон",
	data.FieldDocumentKind:   "виддокумента|типдокумента|документтинтүрү|назвадокумента|названиедокумента|documenttype|documentkind|kindofdocument|виддок|типдок",
	data.FieldDocumentSeries: "серія|серия|сериясы|series|сер|серіядокумента|серияпаспорта",
	data.FieldDocumentNumber: "номердокумента|номерпаспорта|№документа|№паспорта|паспортномери|паспорттунномери|документтинномери|passportnumber|documentnumber|passportno|idnumber|numberofdocument",
	FieldDocument:            "документ|паспорт|паспортнідані|паспортныеданные|серіяномер|серіятаномер|серіяіномер|серіяномердокумента|серіятаномердокумента|серияиномер|серияномер|passport|document|паспортмаалыматы|паспорту|серия№|серія№|серіята№|idcard",
	data.FieldCardNumber:     "номеркартки|№картки|номерреєстраційноїкартки|№реєстраційноїкартки|номеррк|№рк|номеррегистрационнойкарточки|каттоокарточкасыныннномери|cardnumber|registrationcardnumber|номербланкарегистрации",
	columnBareNumber:         "номер|номери|number|ном",
	data.FieldCategory:       "категорія|категория|категориясы|category",
	columnForeign:            "примітка|примітки|примечание|примечания|эскертүү|note|notes|remarks",
}

// endWords begin the lines below a roster that are nobody: totals and signatures.
// They are squeezed, up to three words together.
var endWords = map[string]bool{
	"всього": true, "усього": true, "разом": true, "загалом": true, "кількістьучнів": true, "итого": true, "всего": true, "баары": true, "бардыгы": true, "жалпы": true, "жыйынты": true, "total": true,
	"директор": true, "вододиректора": true, "впоо": true, "класнийкерівник": true, "класнакерівниця": true, "класнийкерівн": true, "класскер": true, "классныйруковод": true,
	"класжетекчи": true, "класстынжетекчиси": true, "классжетекчи": true, "мпечат": true, "мп": true, "заступник": true, "заместитель": true, "зам": true, "завуч": true, "секретар": true, "підпис": true, "подпись": true,
	"мүдүр": true, "мектептиндиректору": true, "колу": true, "headteacher": true, "principal": true, "classteacher": true, "signature": true, "відповідальнаособа": true, "відповідальний": true,
	"ответственный": true, "жооптуу": true, "виконавець": true, "исполнитель": true, "керівникзакладу": true, "датазаповнення": true,
}
