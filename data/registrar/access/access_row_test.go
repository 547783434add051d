package access_test

import (
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/access"
	"graduand/data/registrar/desktest"
)

func TestAccessRows(t *testing.T) {
	day := &data.Fact{On: "2021-02-10"}
	own := func(login string, handed *data.Fact) data.Access {
		return data.Access{Door: data.DoorOwn, Login: login, HandedOver: handed}
	}
	site := func(handed *data.Fact) data.Access {
		return data.Access{Door: data.DoorPlatform, Login: "k1", HandedOver: handed}
	}
	for _, test := range []struct {
		name     string
		mode     data.Mode
		accesses []data.Access
		phases   []access.Phase
		waits    bool
		old      bool
		tally    access.Tally
	}{
		{"KG-068 who fills alone and has none waits", data.BySelf, nil, []access.Phase{access.Missing}, true, false, access.Tally{All: 1, Waiting: 1}},
		{"KG-039 whose form the school fills does not", data.BySchool, nil, []access.Phase{access.Missing}, false, false, access.Tally{All: 1}},
		{"KG-068 one that was not handed over is waited for", data.BySelf, []data.Access{own(desktest.PhoneA, nil)}, []access.Phase{access.Open}, true, false, access.Tally{All: 1, Made: 1, Waiting: 1, Accesses: 1}},
		{"KG-068 one in hand is enough to sign in", data.BySelf, []data.Access{own(desktest.PhoneA, nil), site(day)}, []access.Phase{access.Open, access.Handed}, false, false, access.Tally{All: 1, Made: 1, Accesses: 2, Handed: 1}},
		{"KG-069 all in hand", data.BySelf, []data.Access{own(desktest.PhoneA, day), site(day)}, []access.Phase{access.Handed, access.Handed}, false, false, access.Tally{All: 1, Made: 1, Accesses: 2, Handed: 2}},
		{"KG-032 the phone was changed since", data.BySelf, []data.Access{own(desktest.PhoneB, day)}, []access.Phase{access.Handed}, false, true, access.Tally{All: 1, Made: 1, Accesses: 1, Handed: 1}},
		{"KG-032 a login of the platform is no phone", data.BySelf, []data.Access{site(day)}, []access.Phase{access.Handed}, false, false, access.Tally{All: 1, Made: 1, Accesses: 1, Handed: 1}},
	} {
		t.Run(test.name, func(t *testing.T) {
			rows := access.RowsOf(&data.Graduate{Phone: desktest.PhoneA, Mode: test.mode, Accesses: test.accesses})
			if len(rows) != len(test.phases) {
				t.Fatalf("%d rows", len(rows))
			}
			for i, row := range rows {
				if row.Phase != test.phases[i] || row.Waits != test.waits || row.OldLogin != (test.old && i == 0) {
					t.Errorf("%+v", row)
				}
			}
			if tally := access.TallyOf(rows); tally != test.tally {
				t.Errorf("%+v", tally)
			}
		})
	}
	t.Run("KG-034 everybody has a row, in the order of the list", func(t *testing.T) {
		r := desktest.MustCreate(t, "ort-2021")
		desktest.MustAdd(t, r, "surname=Бекова", "mode=self")
		desktest.MustAdd(t, r, "surname=Асанова")
		rows, err := r.Access.Rows(registrar.Filter{})
		if err != nil || len(rows) != 2 || rows[0].Graduate.Surname != "Асанова" || rows[0].Waits || !rows[1].Waits {
			t.Errorf("%+v, %v", rows, err)
		}
	})
}
