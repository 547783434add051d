package campaign

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"graduand/data"
)

// order1027 is the catalogue as the seed has it: a number, a category, then texts and
// codes by turns; asterisks lead to the footnotes beneath (004:L381–L500).
const order1027 = `
1
Глухі та особи з порушеннями слуху
Присутність перекладача жестової мови (перекладача-дактилолога) в аудиторії, де відбувається зовнішнє незалежне оцінювання; надання додаткового часу (до 30 хвилин) для виконання сертифікаційної роботи
0101
Виконання сертифікаційної роботи за одним із перших столів аудиторії
0102
Надання перед початком проведення зовнішнього незалежного оцінювання в аудиторії тексту промови інструктора
0103
Надання можливості використання слухового апарата, імпланта
0104
Надання в письмовій (друкованій) формі озвучених текстів до завдань сертифікаційної роботи, що спрямовані на перевірку сформованості вмінь і навичок, необхідних для розуміння мови на слух (аудіювання)
0105
2
Особи з порушеннями зору
Надання у паперовому вигляді тексту, написання якого передбачено на дошці
0201
Надання можливості використання оптичного збільшувача (лупи) або електронного збільшувача (електронні збільшувачі не мають бути складовими засобів зв’язку, пристроїв обробки, збереження та передавання інформації або комутуватися з такими засобами чи пристроями)
0202
Надання можливості використання настільного пристрою для додаткового освітлення робочого місця (пристрої мають працювати автономно, без під’єднання до електромережі, а також не мають бути складовими засобів зв’язку, пристроїв обробки, збереження та передавання інформації)
0203
Текст зошитів із завданнями сертифікаційної роботи та бланків відповідей має бути надрукований фарбою чорного кольору на білому папері з матовою поверхнею з дотриманням таких вимог до шрифтового оформлення: рублений шрифт, кегль шрифту - не менше 16, збільшення інтерліньяжу - не менше 4 пунктів, довжина рядка від 63 до 153 мм, місткість шрифту - не більше 7,7 (8,5 - для текстів на латинській графічній основі), нормальне або широке світле пряме накреслення вічка*
0204
Надання сертифікаційної роботи із завданнями, адаптованими для осіб із глибокими порушеннями зору, надрукованої рельєфно-крапковим шрифтом для написання і читання сліпими (шрифт Брайля); додатковий час для виконання сертифікаційної роботи входить до загального часу, відведеного для виконання сертифікаційної роботи (умова за кодом 0206 додатково не створюється); розумне пристосування процедур проведення зовнішнього незалежного оцінювання та визначення результатів зовнішнього незалежного оцінювання для осіб із глибокими порушеннями зору**
0205
Надання додаткового часу (до 30 хвилин) для виконання сертифікаційної роботи***
0206
3
Особи з порушеннями опорно-рухового апарату, особи, які одужують після травм, особи із хворобами нервової системи
Виконання сертифікаційної роботи в аудиторії, що розташована на першому поверсі
0301
Наявність у будівлі, де розміщується пункт проведення зовнішнього незалежного оцінювання, зовнішніх сходів і пандусів, обладнаних поручнями з урахуванням технічних вимог до опорних стаціонарних пристроїв відповідно до ДБН В.2.2-17:2006 «Доступність будинків і споруд для маломобільних груп населення»
0302
Наявність у пункті проведення зовнішнього незалежного оцінювання туалету, обладнаного універсальною кабіною, доступною для осіб, які пересуваються на кріслах колісних, відповідно до ДБН В.2.2-17:2006 «Доступність будинків і споруд для маломобільних груп населення»
0303
Надання можливості супроводжуючим особам допомогти учаснику зовнішнього незалежного оцінювання зайняти робоче місце в аудиторії зовнішнього незалежного оцінювання та вийти з пункту тестування
0304
Виконання сертифікаційної роботи за столом, придатним для письма на інвалідному візку
0305
Надання додаткового часу (до 30 хвилин) для виконання сертифікаційної роботи***
0306
4
Особи з розладами психіки та поведінки
Надання додаткового часу (до 30 хвилин) для виконання сертифікаційної роботи***
0401
5
Особи, яким встановлено електрокардіо-стимулятор або інший електронний імплантат чи пристрій
Відмова від здійснення за допомогою металодетектора або іншого електронного пристрою контролю за дотриманням особою вимоги щодо заборони мати при собі засоби зв’язку, пристрої зчитування, обробки, збереження та відтворення інформації
0501
6
Особи, які потребують періодичного здійснення індивідуальних медичних процедур із забезпечення життєдіяльності людини та/або контролю за її станом
Наявність кімнати для медичного працівника, в якій можливо здійснювати індивідуальні медичні процедури та контроль за станом особи
0601
7
Особи, які мають захворювання, що потребують постійного медичного нагляду
Забезпечення медичним працівником періодичного контролю за станом здоров’я
0701
Надання можливості присутності лікаря-спеціаліста (відповідно до діагнозу) в аудиторії, де відбувається зовнішнє незалежне оцінювання
0702
* Ця особлива (спеціальна) умова створюється під час проведення додаткової сесії зовнішнього незалежного оцінювання.
** Ця особлива (спеціальна) умова створюється для осіб із порушеннями зору, які використовували в процесі навчання шрифт Брайля, під час проведення додаткової сесії зовнішнього незалежного оцінювання з української мови і літератури, математики, історії України, біології.
*** Висновок щодо створення цієї особливої (спеціальної) умови може надаватися лише особам з інвалідністю.
`

// orderCode is one code of the order with its footnote's asterisks.
type orderCode struct{ code, category, title, stars string }

// readOrder reads the catalogue and the footnotes by their asterisks.
func readOrder() (codes []orderCode, footnotes map[string]string) {
	footnotes = map[string]string{}
	var category, words string
	for line := range strings.Lines(strings.TrimSpace(order1027)) {
		line = strings.TrimSpace(line)
		digits := strings.Trim(line, "0123456789") == ""
		stars := line[:len(line)-len(strings.TrimLeft(line, "*"))]
		switch {
		case stars != "":
			footnotes[stars] = oneLine(line[len(stars):])
		case digits && len(line) == 1:
			category = ""
		case digits:
			title := strings.TrimRight(words, "*")
			codes = append(codes, orderCode{line, category, oneLine(title), words[len(title):]})
		case category == "":
			category = oneLine(line)
		default:
			words = line
		}
	}
	return codes, footnotes
}

// oneLine makes one space of many; «електрокардіо-стимулятор» was torn by the line.
func oneLine(words string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(words), " "), "кардіо-стимулятор", "кардіостимулятор")
}

// braille are the four subjects of 0205.
var braille = []string{"ukrainian", "mathematics", "history", "biology"}

// withCondition is a pupil with codes, a conclusion and three subjects that none of the
// footnotes likes: no listening, one of them not for Braille.
func withCondition(c *Campaign, codes string, changes ...string) *data.Graduate {
	return pupil(c, append([]string{"conditions=" + codes, "medical_number=17", "medical_date=2020-01-10",
		"subjects=ukrainian,mathematics,physics", "attestation=ukrainian,mathematics,physics"}, changes...)...)
}

func TestCatalogueOfTheOrder(t *testing.T) {
	c := builtin(t, "zno-2020")
	codes, footnotes := readOrder()
	t.Run("UA-137 all 22 codes in the order of the order, and no other", func(t *testing.T) {
		var have, want []string
		for i := range c.Conditions {
			have = append(have, c.Conditions[i].Code)
		}
		for _, x := range codes {
			want = append(want, x.code)
		}
		if len(want) != 22 || !slices.Equal(have, want) {
			t.Errorf("%v\nwant\n%v", have, want)
		}
	})
	groups := map[string]string{}
	for _, g := range c.ConditionGroups {
		groups[g.Code] = g.Title
	}
	for _, x := range codes {
		t.Run("UA-137 "+x.code+" has the whole text, its category and its footnote", func(t *testing.T) {
			have := c.Condition(x.code)
			if have == nil {
				t.Fatal("it is not there")
			}
			for _, pair := range [][2]string{{have.Title, x.title}, {groups[have.Group], x.category}, {have.Footnote, footnotes[x.stars]}} {
				if pair[0] != pair[1] {
					t.Errorf("%q\nwant\n%q", pair[0], pair[1])
				}
			}
			if !strings.Contains(have.Source, "29.08.2016 № 1027/900") {
				t.Errorf("UA-145 the edition is %q", have.Source)
			}
		})
	}
}

// footnoted is what a code alone brings, by its asterisks, and what mends it.
func footnoted(x orderCode) (found, mends []string) {
	switch {
	case x.code == "0105":
		return []string{"warning condition_listening conditions"}, []string{"subjects=ukrainian,mathematics,english:profile", "attestation=ukrainian,mathematics,english"}
	case x.stars == "*":
		return []string{"error condition_additional conditions"}, []string{"additional_reason=conditions"}
	case x.stars == "**":
		return []string{"error separate_route marks", "error condition_additional conditions", "warning condition_subjects conditions"},
			[]string{"additional_reason=conditions", "subjects=ukrainian,mathematics,biology", "attestation=ukrainian,mathematics,biology", `fact.called.1={"on":"2020-02-07","note":"x","seen":"separate_route"}`}
	case x.stars == "***":
		return []string{"error condition_disability conditions"}, []string{"marks=disability"}
	}
	return nil, nil
}

func TestFootnotesOfTheOrder(t *testing.T) {
	c := builtin(t, "zno-2020")
	ids := map[string]string{"": "UA-137 ", "*": "UA-138 ", "**": "UA-139 ", "***": "UA-140 "}
	codes, _ := readOrder()
	for _, x := range codes {
		t.Run(ids[x.stars]+x.code+" asks for what its footnote says, and for nothing else", func(t *testing.T) {
			want, mends := footnoted(x)
			if have := told(t, c, withCondition(c, x.code)); !slices.Equal(have, want) {
				t.Errorf("\n%v\nwant\n%v", have, want)
			}
			if have := told(t, c, withCondition(c, x.code, mends...)); len(have) > 0 {
				t.Errorf("mended, and still %v", have)
			}
		})
	}
	t.Run("UA-113 0204 and 0205 propose the reason that conditions are", func(t *testing.T) {
		for _, code := range []string{"0204", "0205"} {
			p := finding(t, c, withCondition(c, code), "condition_additional").Proposal
			if p == nil || p.Field != data.FieldAdditionalReason || c.AdditionalReason(p.Value).Detected != "condition" {
				t.Errorf("%s proposes %+v", code, p)
			}
		}
	})
	t.Run("UA-145 what a footnote finds names the order", func(t *testing.T) {
		for code, rule := range map[string]string{"0204": "condition_additional", "0205": "condition_subjects", "0206": "condition_disability", "0105": "condition_listening"} {
			if f := finding(t, c, withCondition(c, code), rule); !strings.Contains(f.Source, "№ 1027/900") {
				t.Errorf("%s by %q", rule, f.Source)
			}
		}
	})
}

// finding is the one of a rule; a test without it fails.
func finding(t *testing.T, c *Campaign, g *data.Graduate, rule string) data.Finding {
	t.Helper()
	found, err := c.Check(g, &c.Demo.School, today)
	at := slices.IndexFunc(found, func(f data.Finding) bool { return f.Rule == rule })
	if err != nil || at < 0 {
		t.Fatalf("no %s in %+v, %v", rule, found, err)
	}
	return found[at]
}

func TestSubjectsInBraille(t *testing.T) {
	c := builtin(t, "zno-2020")
	for i := range c.Subjects {
		code := c.Subjects[i].Code
		t.Run("UA-139 0205 with "+code, func(t *testing.T) {
			g := withCondition(c, "0205", "subjects="+code, "attestation=")
			warned := slices.Contains(told(t, c, g), "warning condition_subjects conditions")
			if warned == slices.Contains(braille, code) {
				t.Errorf("warned: %v", warned)
			}
			if warned && fmt.Sprint(finding(t, c, g, "condition_subjects").Args["subjects"]) != "["+c.Subjects[i].Title+"]" {
				t.Error("the subject is not named")
			}
		})
	}
}

func TestSubjectsWithListening(t *testing.T) {
	c := builtin(t, "zno-2020")
	for i := range c.Subjects {
		code := c.Subjects[i].Code
		t.Run("UA-137 0105 with "+code, func(t *testing.T) {
			listened := strings.HasSuffix(c.Subjects[i].Title, "мова")
			warned := slices.Contains(told(t, c, withCondition(c, "0105", "subjects="+code, "attestation=")), "warning condition_listening conditions")
			if warned == listened {
				t.Errorf("warned: %v", warned)
			}
		})
	}
}

func TestCodesThatExcludeEachOther(t *testing.T) {
	c := builtin(t, "zno-2020")
	t.Run("UA-141 0205 and 0206, in either order, and no other two", func(t *testing.T) {
		var excluding []string
		for _, one := range c.Conditions {
			for _, other := range c.Conditions {
				pair := one.Code + "," + other.Code
				if one.Code != other.Code && slices.Contains(told(t, c, withCondition(c, pair)), "error condition_excludes conditions") {
					excluding = append(excluding, pair)
				}
			}
		}
		if fmt.Sprint(excluding) != "[0205,0206 0206,0205]" {
			t.Error(excluding)
		}
	})
}
