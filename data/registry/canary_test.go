package registry_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"graduand/data"
	"graduand/data/canarytest"
	"graduand/data/registrar"
	"graduand/data/registrar/access"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/payment"
	"graduand/data/registrar/printing"
	"graduand/data/registrar/roster"
	"graduand/data/registry"
	classlist "graduand/data/roster"
)

// inTheClear is what the sweep must find, lest it finds nothing because it is broken.
const inTheClear = "Школа-маяк имени Контроля"

// numbersOf are digits that no two graduates share.
func numbersOf(n int) string { return fmt.Sprintf("%06d", 481590+n*37) }

// canaries fills a registry with what must not be seen, and says what that is.
type canaries struct {
	r     *registrar.Registrar
	ids   []string
	birds []string
	asked string
}

func (c *canaries) bird(s string) string {
	c.birds = append(c.birds, s)
	return s
}

func (c *canaries) add(t *testing.T, n int) {
	number := numbersOf(n)
	letter := string([]rune("абвгдежзиклмнопрстуф")[n])
	id := desktest.MustAdd(t, c.r, "surname=Канарейкин"+letter, "given_name=Щегол"+letter, "patronymic=Снегирьевич"+letter,
		"phone=0555"+number, "document_kind=passport", "document_series=ID", "document_number=9"+number,
		"birth_date=0"+string('1'+rune(n%9))+".11.2003", "class=11-Ъ", "settlement=Зябликово"+letter, "street=Трясогузочная "+number,
		"district=Поползневский"+letter, "house=77"+number, "phone2=0700"+number)
	row, err := c.r.Table.Find(id)
	if err != nil {
		t.Fatal(err)
	}
	for _, field := range registry.FieldsOf(row.Graduate) {
		if value := row.Graduate.Get(field); utf8.RuneCountInString(value) >= 5 && value != "passport" && value != "school_current" && value != "school" {
			c.bird(value)
		}
	}
	c.ids = append(c.ids, id)
}

// live does everything that leaves a trace.
func (c *canaries) live(t *testing.T) {
	t.Helper()
	r := c.r
	steps := []func() error{
		func() error {
			return r.AddAccountNow(desktest.Ctx, registrar.Account{Name: c.bird("Иволгина Пеночка"), Phone: c.bird("+996555733001"), Role: registrar.RoleReader}, c.bird("Пароль совы и филина 9"))
		},
		func() error { _, err := r.Access.Create(desktest.Ctx, c.ids[:1], nil); return err },
		func() error { return c.passwords() },
		func() error { return r.Access.Change(desktest.Ctx, c.ids[0], c.bird("причина-дрофа")) },
		func() error { return c.passwords() },
		func() error {
			return r.Access.SaveWorkbook(desktest.Ctx, filepath.Join(c.asked, c.bird("доступы-удод.xlsx")), nil)
		},
		func() error {
			return r.Access.SaveSlips(desktest.Ctx, filepath.Join(c.asked, "slips.pdf"), nil, access.Slips{})
		},
		func() error {
			_, err := r.Printing.Save(desktest.Ctx, filepath.Join(c.asked, "cards.pdf"), printing.Job{Document: printing.Card})
			return err
		},
		func() error {
			return r.Season.SetLetterheadText(desktest.Ctx, c.bird("Угловой штамп с зимородком"))
		},
		func() error { return r.Table.Remove(desktest.Ctx, c.ids[1:2], c.bird("выбыл-чечётка")) },
		func() error {
			_, err := r.Table.Change(desktest.Ctx, c.ids[2], desktest.Assigns("street="+c.bird("Свиристельная")))
			return err
		},
		func() error { return c.importRoster(t) },
		func() error {
			_, err := r.Payment.Add(desktest.Ctx, c.ids[2], payment.Receipt{Amount: "370", Number: c.bird("квитанция-варакушка"), Picture: desktest.Picture(t, 23)})
			return err
		},
		func() error {
			return r.Payment.Cancel(desktest.Ctx, c.ids[2], desktest.MustFind(t, r, c.ids[2]).Current().Payments[0].ID, c.bird("ошибка-горихвостка"))
		},
		func() error {
			return r.Table.Record(desktest.Ctx, c.ids[2:4], data.Fact{Kind: data.FactCalled, Note: c.bird("говорили с чибисом")})
		},
		func() error {
			return r.Form.Attach(desktest.Ctx, c.ids[2], "privilege_documents:orphan", "", desktest.Picture(t, 29))
		},
		func() error {
			_, err := r.Table.SaveCollection(desktest.Ctx, registrar.Filter{}, nil, filepath.Join(c.asked, c.bird("сбор-пищуха.xlsx")))
			return err
		},
		func() error {
			_, err := r.Printing.SaveOriginals(desktest.Ctx, nil, filepath.Join(c.asked, c.bird("папка-вьюрок")), nil)
			return err
		},
		func() error { return r.Printing.SavePaperKey(desktest.Ctx, filepath.Join(c.asked, "paper.pdf")) },
	}
	for i, step := range steps {
		if err := step(); err != nil {
			t.Fatalf("step %d: %v", i, err)
		}
	}
}

func (c *canaries) passwords() error {
	all, err := issueOf(c.r, nil)
	for _, a := range all {
		c.bird(a.Password)
		c.bird(strings.ReplaceAll(a.Password, "-", ""))
	}
	return err
}

func (c *canaries) importRoster(t *testing.T) error {
	var b bytes.Buffer
	one := data.Graduate{Surname: c.bird("Козодоев"), GivenName: "Лев", Class: "11-Ъ", Phone: "+996555733777"}
	if err := classlist.WriteRoster(&b, inTheClear, []data.Graduate{one}, []string{classlist.FieldFullName, data.FieldClass, data.FieldPhone}, "ru"); err != nil {
		return err
	}
	read, err := c.r.Roster.Read(desktest.Ctx, c.bird("список-коростель")+".xlsx", b.Bytes(), roster.Options{})
	if err != nil {
		return err
	}
	ids, err := c.r.Roster.Import(desktest.Ctx, read)
	if len(ids) != 1 {
		t.Errorf("imported %d: %+v", len(ids), read.Findings())
	}
	return err
}

// seenIn are those of the texts that stand in any file of the folders.
func seenIn(t *testing.T, texts []string, folders ...string) map[string][]string {
	t.Helper()
	seen, err := canarytest.SeenIn(texts, folders...)
	if err != nil {
		t.Fatal(err)
	}
	return seen
}

func TestNothingPersonalOnDisk(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("an open registry cannot be read there")
	}
	temp, home := t.TempDir(), t.TempDir()
	t.Setenv("TMPDIR", temp)
	campaign, err := registrar.Campaign("ort-2021", nil)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(home, "school.graduand")
	r, err := registrar.Create(desktest.Ctx, path, campaign, data.School{Name: inTheClear}, registrar.Founder{Name: "Клёстова Сойка"}, desktest.Options())
	if err != nil {
		t.Fatal(err)
	}
	c := &canaries{r: r, asked: t.TempDir()}
	c.bird("Клёстова")
	for n := range 20 {
		c.add(t, n)
	}
	c.live(t)
	sweep := func(t *testing.T, folders ...string) {
		t.Helper()
		for bird, files := range seenIn(t, c.birds, folders...) {
			t.Errorf("%q stands in %v", bird, files)
		}
		if len(seenIn(t, []string{inTheClear}, folders...)) == 0 {
			t.Error("the sweep does not find the school either: it is broken")
		}
	}
	t.Run("KG-012 while it is open", func(t *testing.T) {
		// What a change takes away empties the log with it: one more that takes nothing.
		if _, err := r.Table.Change(desktest.Ctx, c.ids[0], desktest.Assigns("surname="+c.bird("Зимородкова"))); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(path + "-wal"); err != nil || info.Size() == 0 {
			t.Errorf("there is no log to sweep: %v", err)
		}
		sweep(t, home, temp)
	})
	t.Run("KG-012 F-15 in a backup and a take-home file", func(t *testing.T) {
		folder := t.TempDir()
		if err := r.Access.TakeHome(desktest.Ctx, c.ids[0], filepath.Join(folder, "home.graduand")); err != nil {
			t.Fatal(err)
		}
		sweep(t, folder)
		if _, err := r.Backup(desktest.Ctx, filepath.Join(folder, "copy"+registrar.ExtensionBackup)); err != nil {
			t.Fatal(err)
		}
		sweep(t, folder)
	})
	t.Run("KG-012 closed, and in the folder for temporary files", func(t *testing.T) {
		mustBeSound(t, r)
		mustClose(t, r)
		sweep(t, home, temp)
		if left, _ := os.ReadDir(temp); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
		if len(c.birds) < 200 {
			t.Errorf("only %d canaries", len(c.birds))
		}
	})
}
