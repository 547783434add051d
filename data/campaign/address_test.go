package campaign

import (
	"reflect"
	"strings"
	"testing"
)

func TestAddressesAsThePostWantsThem(t *testing.T) {
	c := builtin(t, "zno-2020")
	for _, a := range []struct {
		written string
		want    Address
	}{
		{"63999, Харківська область, смт Тихоозерськ, вул. Шкільна, 1", Address{[]string{"вул. Шкільна, 1", "смт Тихоозерськ, Харківська область"}, "63999"}},
		{"21009, м. Вінниця, вул. Київська, 46", Address{[]string{"вул. Київська, 46", "м. Вінниця"}, "21009"}},
		{"м. Львів, вул. Шевченка, 116/2", Address{[]string{"вул. Шевченка, 116/2", "м. Львів"}, ""}},
		{"61022 м. Харків, майдан Свободи, 6, оф. 318", Address{[]string{"майдан Свободи, 6, оф. 318", "м. Харків"}, "61022"}},
		{"вулиця Ґонти, 5, с. Їжаче, Сумська обл., 41600", Address{[]string{"вулиця Ґонти, 5", "с. Їжаче, Сумська обл."}, "41600"}},
		{"Сумська обл., с. Їжаче, вул. Ґонти, 5, корпус Б", Address{[]string{"вул. Ґонти, 5, корпус Б", "с. Їжаче, Сумська обл."}, ""}},
		{"Комсомольський район, с. Їжаче, буд. 14", Address{[]string{"Комсомольський район, с. Їжаче, буд. 14"}, ""}},
		{"Правобережний район, Плужненська громада, с. Їжаче, площа Миру 3", Address{[]string{"площа Миру 3", "с. Їжаче, Плужненська громада, Правобережний район"}, ""}},
		{"", Address{}},
		{" , ,", Address{}},
	} {
		if got := c.AddressOf(a.written); !reflect.DeepEqual(got, a.want) {
			t.Errorf("%q is %+v, want %+v", a.written, got, a.want)
		}
	}
	for i := range c.Centres {
		if a := c.AddressOf(c.Centres[i].Address); c.Centres[i].Address != "" && (len(a.Lines) != 2 || !strings.Contains(a.Lines[1], c.Centres[i].City)) {
			t.Errorf("the address of %s is %+v", c.Centres[i].Code, a)
		}
	}
}
