package registrar_test

import (
	"slices"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
)

// TestSearchFindsEveryPhone: the second telephone finds a person as the first does (F-11).
func TestSearchFindsEveryPhone(t *testing.T) {
	for campaign, numbers := range map[string][]string{"ort-2021": {"0777121205", "0700761259", "+996700761259", "0700 76"}, "zno-2020": {"0501234567", "0671112233", "+380671112233", "067 111"}} {
		r := desktest.MustCreate(t, campaign)
		desktest.MustAdd(t, r, "surname=Мамытов", "given_name=Азат", "phone="+numbers[0], "phone2="+numbers[1])
		desktest.MustAdd(t, r, "surname=Осмонов", "given_name=Бек")
		for _, query := range append(numbers, numbers[1][:4]) {
			if got := desktest.Names(t, r, registrar.Filter{Query: query}); !slices.Equal(got, []string{"Мамытов"}) {
				t.Errorf("%s %q: got %v", campaign, query, got)
			}
		}
	}
}

// TestSearchFindsAClass: a number and a letter that are a class of somebody are one word (F-11).
func TestSearchFindsAClass(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	desktest.MustAdd(t, r, "surname=Бойко", "given_name=Ян", "class=11-А", "phone=0501111111")
	desktest.MustAdd(t, r, "surname=Гук", "given_name=Богдан", "class=11-А", "phone=0501111112")
	desktest.MustAdd(t, r, "surname=Сич", "given_name=Ян", "class=11-Б", "phone=0501111113")
	for query, want := range map[string][]string{
		"11 Б": {"Сич"}, "11Б": {"Сич"}, "11-б": {"Сич"}, "11 б ян": {"Сич"}, "сич 11 б": {"Сич"}, "11 а гук": {"Гук"},
		"11": {"Бойко", "Гук", "Сич"}, "11 бо": {"Бойко", "Гук"}, "11 г": {"Гук"}, "б": {"Бойко", "Гук", "Сич"},
	} {
		if got := desktest.Names(t, r, registrar.Filter{Query: query}); !slices.Equal(got, want) {
			t.Errorf("%q: got %v, want %v", query, got, want)
		}
	}
}
