package papers

import (
	"strings"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/campaign"
)

func TestSlip(t *testing.T) {
	s := sourceOf(t, "ort-2021")
	g := graduateOf(t, s, "a", "surname=Асанова", "given_name=Айгуль", "class=11-А")
	own := Issued{Graduate: g.Graduate, Password: "ABCD-EFGH-JKLM", Access: data.Access{Door: data.DoorOwn, Login: "+996555123456", Made: data.Fact{On: "2020-02-01"}}}
	t.Run("KG-016 a login is shown as people read it", func(t *testing.T) {
		slip := s.Slip(&own)
		if slip.Login != "+996 555 123 456" || slip.Password != own.Password || slip.HandedOver || slip.Issued != "01.02.2020" || slip.Class != "11-А" {
			t.Errorf("got %+v", slip)
		}
	})
	t.Run("KG-036 only the platform's slip names its site", func(t *testing.T) {
		platform := own
		platform.Door, platform.Login = data.DoorPlatform, "asanova"
		if slip := s.Slip(&platform); slip.Address != s.School.Site || slip.Login != "asanova" || s.Slip(&own).Address != "" {
			t.Errorf("got %+v", slip)
		}
	})
	t.Run("D16 a password that was handed over is no longer there", func(t *testing.T) {
		gone := own
		gone.Password = ""
		if slip := s.Slip(&gone); !slip.HandedOver || slip.Password != "" {
			t.Errorf("got %+v", slip)
		}
	})
}

// F-16: a signature has initials and surname, whoever is written how.
func TestHowSomebodySigns(t *testing.T) {
	for full, want := range map[string]string{"Сорока Ганна Іванівна": "Г. І. Сорока", "О. І. Верболоз": "О. І. Верболоз", "Коваль": "Коваль",
		"Асанов Бакыт Жаңыбай уулу": "Б. Ж. Асанов", "": ""} {
		if got := signs(full); got != want {
			t.Errorf("%q signs as %q, want %q", full, got, want)
		}
	}
}

func TestCertificate(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	by := Eraser{Registry: "/home/school/ліцей.graduand", ID: "r1", At: time.Date(2020, 7, 1, 9, 5, 0, 0, time.UTC), By: "Коваль", Role: "head"}
	whole := s.Certificate(Erased{Persons: 3, Reason: "строк минув", Backups: 2, Head: "ff"}, by)
	if whole.Registry != "ліцей.graduand (r1)" || whole.Made != "01.07.2020 09:05" || whole.Persons != 3 || whole.HeadHash != "ff" || whole.Head != s.School.HeadName {
		t.Errorf("F-16 got %+v", whole)
	}
	if whole.Responsible != "" {
		t.Errorf("F-16 the head signs twice, as %q too", whole.Responsible)
	}
	by.By, by.Role = "Сорока Ганна Іванівна", "responsible"
	if other := s.Certificate(Erased{}, by); other.Responsible != "Г. І. Сорока" {
		t.Errorf("F-16 %q signs where initials are asked for", other.Responsible)
	}
	if kg := sourceOf(t, "ort-2021").Certificate(Erased{}, by); len(kg.What) != 4 {
		t.Errorf("F-16 of logins: %v", kg.What)
	}
	pictures := s.Certificate(Erased{Images: true, Kept: 1}, by)
	if len(whole.What) != 4 || len(whole.Remains) != 4 || len(pictures.What) != 1 || len(pictures.Remains) != 5 {
		t.Errorf("F-16 what %v, remains %v; of pictures what %v, remains %v", whole.What, whole.Remains, pictures.What, pictures.Remains)
	}
	begun := s.Certificate(Erased{Next: []string{"zno-2021 (r2)", "zno-2021 (r3)"}}, by)
	if len(begun.Remains) != 5 || !strings.Contains(begun.Remains[0], "zno-2021 (r2), zno-2021 (r3)") {
		t.Errorf("F-21 F-16 remains %v", begun.Remains)
	}
	for _, line := range append(whole.What, pictures.Remains...) {
		if strings.Contains(line, "erase.") {
			t.Errorf("no words for %s", line)
		}
	}
}

func TestOriginalName(t *testing.T) {
	s := sourceOf(t, "ort-2021")
	a := campaign.Attached{Field: "passport_front", ID: "0123456789abcdef"}
	name := func(surname string) string {
		return s.OriginalName(graduateOf(t, s, "a", "surname="+surname, "given_name=Айгуль").Graduate, a)
	}
	if got := name("Асанова"); got != "Асанова_Айгуль_Паспорт_лицевая_сторона_012345" {
		t.Errorf("KG-013 got %q", got)
	}
	t.Run("a long name keeps what tells two files apart", func(t *testing.T) {
		got := name(strings.Repeat("Асанова-", 60))
		if len(got) > 250 || !strings.HasSuffix(got, "_012345") {
			t.Errorf("%d bytes: %q", len(got), got)
		}
	})
}
