package workbook_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	uni "golang.org/x/text/encoding/unicode"

	"graduand/data"
	"graduand/data/workbook"
)

// inDOS is a text in the Ukrainian code of DOS, which x/text does not have.
func inDOS(t testing.TB, s string) []byte {
	var out []byte
	for _, r := range s {
		if at := strings.Index("ҐґЄєІіЇї", string(r)); at >= 0 {
			out = append(out, byte(0xf2+at/2))
			continue
		}
		b, ok := charmap.CodePage866.EncodeRune(r)
		if !ok {
			t.Fatalf("no %q in DOS", r)
		}
		out = append(out, b)
	}
	return out
}

var lists = map[string]string{
	"uk":          "Прізвище;Ім'я;По батькові;Клас\nВербицька;Соломія;Остапівна;11-А\nГриценко;Назар;Богданович;11-А\n",
	"uk capitals": "ПРІЗВИЩЕ;ІМ'Я;ПО БАТЬКОВІ;КЛАС\nВЕРБИЦЬКА;СОЛОМІЯ;ОСТАПІВНА;11-А\nҐУДЗЬ;ЄВГЕНІЯ;ЮХИМІВНА;11-Є\n",
	"uk short":    "ПІБ\tТелефон\nГриценко Назар Богданович\t0679998877\n",
	"uk small":    "прізвище;ім'я\nїжакевич;яна\nґудзь;щек\n",
	"ru":          "Фамилия;Имя;Отчество;Класс\nЩербакова;Юлия;Эдуардовна;11-А\nЦой;Фёдор;Юрьевич;9-Б\n",
	"ru capitals": "ФАМИЛИЯ;ИМЯ;ОТЧЕСТВО;КЛАСС\nЩЕРБАКОВА;ЮЛИЯ;ЭДУАРДОВНА;11-А\n",
	"ky":          "Аты-жону;Классы\nАсанов Бакыт Эрмекович;11-А\nТоктоева Айпери Бектуровна;11-А\nЖумабек кызы Айгул;11-Б\n",
}

// F-14: the code of a text is told by its letters, or the file is refused in words.
func TestCodesOfLetters(t *testing.T) {
	for name, text := range lists {
		codes := map[string][]byte{
			"UTF-8": []byte(text), "UTF-8 with its mark": []byte("\ufeff" + text), "cp1125": inDOS(t, text),
			"UTF-16 without a mark": wide(text), "UTF-16": append([]byte("\xff\xfe"), wide(text)...),
		}
		for code, encoding := range map[string]*charmap.Charmap{"1251": charmap.Windows1251, "KOI8-U": charmap.KOI8U, "Mac": charmap.MacintoshCyrillic, "KOI8-R": charmap.KOI8R, "866": charmap.CodePage866} {
			if encoded, err := encoding.NewEncoder().String(text); err == nil {
				codes[code] = []byte(encoded)
			}
		}
		for code, order := range map[string]uni.Endianness{"UTF-16BE": uni.BigEndian} {
			encoded, err := uni.UTF16(order, uni.IgnoreBOM).NewEncoder().String(text)
			must(t, err)
			codes[code] = []byte(encoded)
		}
		for code, content := range codes {
			if read, err := workbook.Decode(content); err != nil || read != text {
				t.Errorf("%s in %s: %v\n%s", name, code, err, read)
			}
		}
	}
}

// F-14: letters of another code are not guessed at.
func TestLettersThatCannotBeTold(t *testing.T) {
	greek, err := charmap.ISO8859_7.NewEncoder().String("Παπαδόπουλος;Γεώργιος\nΝικολάου;Μαρία\n")
	must(t, err)
	german, err := charmap.Windows1252.NewEncoder().String("Müller;Jörg;Straße\nGrößer;Ängström;Übelö\n")
	must(t, err)
	junk := make([]byte, 400)
	r := rand.New(rand.NewPCG(7, 7))
	for i := range junk {
		junk[i] = byte(0x80 + r.IntN(0x80))
	}
	for name, content := range map[string]string{"Greek": greek, "German": german, "junk": "a;b\n" + string(junk), "one letter": "\xee;1\n", "the same letters in two codes": "\xcf\xee;\xee\xcf\n"} {
		if read, err := workbook.Decode([]byte(content)); data.CodeOf(err) != "roster.unknown_letters" {
			t.Errorf("%s: %v %q", name, err, read)
		}
	}
	for name, content := range map[string]string{"a zero": "ПІБ\x00;Клас\n", "half UTF-16": "\xff\xfe\x1f\x04\x00\xd8", "control signs": "\xcf\x01\x02"} {
		if _, err := workbook.Decode([]byte(content)); data.CodeOf(err) != "roster.unknown_format" {
			t.Errorf("%s: %v", name, err)
		}
	}
}
