package registrar

import (
	"testing"

	"graduand/data"
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
		phases   []AccessPhase
		waits    bool
		old      bool
		tally    AccessTally
	}{
		{"KG-068 who fills alone and has none waits", data.BySelf, nil, []AccessPhase{AccessMissing}, true, false, AccessTally{1, 0, 0, 1}},
		{"KG-039 whose form the school fills does not", data.BySchool, nil, []AccessPhase{AccessMissing}, false, false, AccessTally{1, 0, 0, 0}},
		{"KG-068 one that was not handed over is waited for", data.BySelf, []data.Access{own(phoneA, nil)}, []AccessPhase{AccessOpen}, true, false, AccessTally{1, 1, 0, 1}},
		{"KG-068 one in hand is enough to sign in", data.BySelf, []data.Access{own(phoneA, nil), site(day)}, []AccessPhase{AccessOpen, AccessHanded}, false, false, AccessTally{1, 1, 0, 0}},
		{"KG-069 all in hand", data.BySelf, []data.Access{own(phoneA, day), site(day)}, []AccessPhase{AccessHanded, AccessHanded}, false, false, AccessTally{1, 1, 1, 0}},
		{"KG-032 the phone was changed since", data.BySelf, []data.Access{own(phoneB, day)}, []AccessPhase{AccessHanded}, false, true, AccessTally{1, 1, 1, 0}},
		{"KG-032 a login of the platform is no phone", data.BySelf, []data.Access{site(day)}, []AccessPhase{AccessHanded}, false, false, AccessTally{1, 1, 1, 0}},
	} {
		t.Run(test.name, func(t *testing.T) {
			rows := accessRows(&data.Graduate{Phone: phoneA, Mode: test.mode, Accesses: test.accesses})
			if len(rows) != len(test.phases) {
				t.Fatalf("%d rows", len(rows))
			}
			for i, row := range rows {
				if row.Phase != test.phases[i] || row.Waits != test.waits || row.OldLogin != (test.old && i == 0) {
					t.Errorf("%+v", row)
				}
			}
			if tally := TallyAccesses(rows); tally != test.tally {
				t.Errorf("%+v", tally)
			}
		})
	}
	t.Run("KG-034 everybody has a row, in the order of the list", func(t *testing.T) {
		r := mustCreate(t, "ort-2021")
		mustAdd(t, r, "surname=Бекова", "mode=self")
		mustAdd(t, r, "surname=Асанова")
		rows, err := r.AccessRows(Filter{})
		if err != nil || len(rows) != 2 || rows[0].Graduate.Surname != "Асанова" || rows[0].Waits || !rows[1].Waits {
			t.Errorf("%+v, %v", rows, err)
		}
	})
}
