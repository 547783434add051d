package season_test

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/season"
)

func TestSchoolFile(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	t.Run("V01 control and bidi signs in any text of the school are refused, and nothing changes", func(t *testing.T) {
		for _, source := range []string{"name = \"Школа\\u001b[31m\"", "name = \"Школа\u202e7\"", "name = \"Школа\"\nhead_name = \"О.\\u009b К.\"", "name = \"Школа\"\nsite = \"https://\\u202ex\""} {
			school, err := season.ReadSchool([]byte(source))
			if err == nil {
				err = r.Season.ChangeSchool(desktest.Ctx, school)
			}
			desktest.WantCode(t, source, err, "value.bad_letters")
		}
		if name := r.School().Name; name != "Ліцей" {
			t.Errorf("the school is %q", name)
		}
	})
	t.Run("UA-146 the closed service of the head has an address, and no place for a login or a password", func(t *testing.T) {
		c := desktest.MustCreate(t, "zno-2020").Campaign()
		if link := c.Link(c.CentreList.Link); link == nil || !strings.HasPrefix(link.URL, "https://") {
			t.Fatalf("the link is %+v", link)
		}
		names := c.FieldCodes()
		for _, of := range []any{campaign.Link{}, campaign.CentreList{}, data.School{}, data.List{}, data.Package{}} {
			for _, field := range reflect.VisibleFields(reflect.TypeOf(of)) {
				names = append(names, field.Name)
			}
		}
		secret := regexp.MustCompile("(?i)login|password|secret|token")
		for _, name := range names {
			if secret.MatchString(name) {
				t.Errorf("there is a place for it: %s", name)
			}
		}
		for _, key := range []string{"heads_login", "heads_password", "site_password"} {
			_, err := season.ReadSchool([]byte("name = \"Ліцей\"\n" + key + " = \"x\"\n"))
			desktest.WantCode(t, key, err, "school.unknown_key")
		}
	})
	t.Run("UA-001 a file with a byte order mark is read, one that is not UTF-8 is named", func(t *testing.T) {
		source := "name = \"Школа\"\r\n"
		for _, content := range []string{source, "\ufeff" + source} {
			if school, err := season.ReadSchool([]byte(content)); err != nil || school.Name != "Школа" {
				t.Errorf("%q: %q, %v", content, school.Name, err)
			}
		}
		for _, content := range []string{"name = \"\xd8\xea\xee\xeb\xe0\"", "\xff\xfen\x00a\x00", "# \xd8\xea\nname = \"X\""} {
			_, err := season.ReadSchool([]byte(content))
			desktest.WantCode(t, content, err, "school.encoding")
		}
	})
	t.Run("UA-001 a phone or an e-mail by which nobody reaches the school is refused, whoever stores it", func(t *testing.T) {
		for code, school := range map[string]data.School{"vault.phone": {Name: "Школа", Phone: "0532"}, "rule.email": {Name: "Школа", Email: "school@"}} {
			desktest.WantCode(t, code, r.Season.ChangeSchool(desktest.Ctx, school), code)
		}
		desktest.Must(r.Season.ChangeSchool(desktest.Ctx, data.School{Name: "Ліцей", Phone: "0555 12-34-56, директор; 0312 62-12-34", Email: " school@example.kg "}))
	})
	t.Run("V01 a text that nobody can print is refused", func(t *testing.T) {
		desktest.WantCode(t, "long", r.Season.ChangeSchool(desktest.Ctx, data.School{Name: strings.Repeat("я", data.LongestText+1)}), "value.too_long")
	})
	t.Run("V01 spaces and unseen signs are tidied", func(t *testing.T) {
		desktest.Must(r.Season.ChangeSchool(desktest.Ctx, data.School{Name: " Школа\u200b  № 7 "}))
		if name := r.School().Name; name != "Школа № 7" {
			t.Errorf("the school is %q", name)
		}
		desktest.Must(r.Season.ChangeSchool(desktest.Ctx, data.School{Name: "Школа", Site: "https://\u2066x\u2069"}))
		if site := r.School().Site; site != "https://x" {
			t.Errorf("the site is %q", site)
		}
	})
	t.Run("§4 a file of a school with 5,000 unknown keys takes no time", func(t *testing.T) {
		var b strings.Builder
		for i := range 5000 {
			fmt.Fprintf(&b, "z%d = 1\n", i)
		}
		began := time.Now()
		_, err := season.ReadSchool([]byte("name = \"Школа\"\n" + b.String()))
		desktest.WantCode(t, "unknown", err, "school.unknown_key")
		_, err = season.ReadSchool([]byte("name = \"Школа\"\n" + b.String() + b.String()))
		desktest.WantCode(t, "large", err, "school.too_large")
		if took := time.Since(began); took > 5*time.Second {
			t.Error(took)
		}
	})
}

func TestReasonsAreTexts(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанова", "phone=0555123456")
	for _, reason := range []string{"a\x1b[31m", "a\u202eb", strings.Repeat("я", data.LongestText+1)} {
		code := "value.bad_letters"
		if len(reason) > 100 {
			code = "value.too_long"
		}
		t.Run(fmt.Sprintf("V01 G31 %.8q", reason), func(t *testing.T) {
			desktest.WantCode(t, "remove", r.Table.Remove(desktest.Ctx, []string{id}, reason), code)
			desktest.WantCode(t, "new password", r.Access.Change(desktest.Ctx, id, reason), code)
			_, err := r.Season.EraseImages(desktest.Ctx, []string{id}, reason)
			desktest.WantCode(t, "erase images", err, code)
			_, err = r.Season.Erase(desktest.Ctx, []string{id}, reason)
			desktest.WantCode(t, "erase", err, code)
		})
	}
}
