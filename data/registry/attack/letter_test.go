package attack_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/vault"
)

// The rows G12 to G31 and H: what a graduate leaves for the school, in the file or in a
// take-home file, with the own key and not with the program.

// change is one of a field, as it lies in a pending change.
type change struct {
	Field  string `json:"field"`
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
}

// leaves puts one pending change there with any fields in it.
func (i *intruder) leaves(graduate string, key *vault.Key, id string, changes ...change) {
	i.t.Helper()
	plain, err := json.Marshal(map[string]any{"at": "2020-02-10T12:00:00Z", "changes": changes})
	if err != nil {
		i.t.Fatal(err)
	}
	i.run("INSERT INTO pending (graduate, id, body) VALUES (?, ?, ?)", graduate, id, i.seal(key, pendingPlace(graduate, id), plain))
}

// delivered is a school that has opened with these changes of a pending.
func delivered(t *testing.T, s school, changes ...change) (*registrar.Registrar, registrar.Filled) {
	t.Helper()
	path := copyIn(t, s.now)
	i := intrude(t, path)
	i.leaves(s.a, s.keyA, "p1", changes...)
	i.leave()
	r := enter(t, path)
	desktest.Must(r.TakeOver(desktest.Ctx))
	desktest.Sound(t, r)
	all := r.Filled()
	if len(all) != 1 {
		t.Fatalf("filled %+v", all)
	}
	return r, all[0]
}

func asJSON(v any) string {
	text, err := json.Marshal(v)
	desktest.Must(err)
	return string(text)
}

func TestLettersRefused(t *testing.T) {
	s := theSchool()
	finished := data.Fact{Kind: "finished", On: "2019-01-01", By: "Бакиева Айгуль", Note: "так велено"}
	receipt := theReceipt(t, s)
	cancelled := receipt
	cancelled.Verdict, cancelled.Cancelled = nil, &data.Fact{Kind: "cancelled", On: "2019-01-01", By: "Бакиева Айгуль", Note: "x"}
	accepted := receipt
	accepted.Verdict = &data.Fact{Kind: "accepted", On: "2020-02-10", By: "Бакиева Айгуль"}
	for _, c := range []struct {
		what    string
		changes []change
	}{
		{"G12 the school's fields", []change{{"phone", desktest.PhoneA, "+996555999999"}, {"class", "11-А", "11-Я"}, {"mode", "", "remote"}, {"category", "", "past_years"}, {"card_number", "", "123"}}},
		{"G13 an unfinished form that is finished, in the head's name and on an old day", []change{{"fact.finished", "", asJSON(finished)}}},
		{"G14 two hundred facts «finished»", many(200, func(k int) change { return change{Field: fmt.Sprintf("fact.finished.%d", k), After: asJSON(finished)} })},
		{"G15 the facts of the school", []change{{"fact.called", "", asJSON(fact("called"))}, {"fact.entered", "", asJSON(fact("entered"))}, {"fact.confirmed.x", "", asJSON(fact("confirmed"))}}},
		{"G16 a receipt that the centre has judged, cancelled", []change{{"payment." + receipt.ID, asJSON(receipt), asJSON(cancelled)}}},
		{"G16b the verdict of a receipt", []change{{"payment." + receipt.ID, asJSON(receipt), asJSON(accepted)}}},
		{"G19 fields that nobody has", []change{{"nobody.has.this", "", "x"}, {"access.graduate", "", "x"}, {"registrations", "", "[]"}, {"removed", "", "x"}, {"id", s.a, s.b}, {"", "", "x"}}},
		{"G20 a file that is not there", []change{{"passport_back", "", "00112233445566778899aabbccddeeff"}}},
		{"G23 a file whose id is a path", []change{{"passport_back", "", "../../evil"}, {"face_photo", s.photo, "a/b"}}},
	} {
		try(t, c.what, func(t *testing.T) {
			r, filled := delivered(t, s, c.changes...)
			if len(filled.Changes) > 0 {
				t.Errorf("taken over: %+v", filled.Changes)
			}
			g := desktest.MustFind(t, r, s.a)
			if g.Class != "11-А" || g.Phone != desktest.PhoneA || len(g.Current().Facts) > 0 || asJSON(*g.Current().Payment(receipt.ID)) != asJSON(receipt) {
				t.Errorf("the record is %+v", g)
			}
			if _, err := r.Printing.SaveOriginals(desktest.Ctx, nil, t.TempDir(), nil); err != nil {
				t.Errorf("the originals of the school: %v", err)
			}
		})
	}
}

func many(n int, f func(int) change) (all []change) {
	for k := range n {
		all = append(all, f(k))
	}
	return all
}

// theReceipt is the one that the centre has judged.
func theReceipt(t *testing.T, s school) data.Payment {
	t.Helper()
	return desktest.MustFind(t, enter(t, copyIn(t, s.now)), s.a).Current().Payments[0]
}

func TestLettersMadeAnew(t *testing.T) {
	s := theSchool()
	kind := theReceipt(t, s).Type
	forged := func(id, number string) change {
		p := data.Payment{ID: id, Type: kind, Amount: 370, Number: number,
			Added: data.Fact{Kind: "added", On: "1999-01-01", By: "Бакиева Айгуль"}, Verdict: &data.Fact{Kind: "accepted", On: "1999-01-01", By: "Бакиева Айгуль"}}
		return change{Field: "payment." + id, After: asJSON(p)}
	}
	for what, c := range map[string]change{
		"G17 a receipt with a verdict, added by the head in 1999": forged("0011223344", "777"),
		"G17 and with control and direction signs in its number":  forged("0011223344", "1\n\u202e\aevil"),
		"G18 a receipt whose id is empty":                         forged("", "778"),
		"G18 a receipt whose id is a path":                        forged("../../x", "779"),
	} {
		try(t, what, func(t *testing.T) {
			r, _ := delivered(t, s, c)
			for _, p := range desktest.MustFind(t, r, s.a).Current().Payments[1:] {
				if p.Verdict != nil || p.Added.On != r.Today() || p.Added.By == "Бакиева Айгуль" || p.ID == "" || strings.ContainsAny(p.ID, "./") || strings.ContainsAny(p.Number, "\n\u202e\a") {
					t.Errorf("taken over: %+v", p)
				}
			}
		})
	}
	try(t, "G31 a note of 60 MB is not opened", func(t *testing.T) {
		path := copyIn(t, s.now)
		i := intrude(t, path)
		i.leaves(s.a, s.keyA, "p1", change{Field: "fact.finished", After: asJSON(data.Fact{Kind: "finished", Note: strings.Repeat("я", 30<<20)})})
		i.leave()
		swift(t, path, 10*time.Second)
	})
	try(t, "G30 six thousand receipts are not opened", func(t *testing.T) {
		path := copyIn(t, s.now)
		i := intrude(t, path)
		i.leaves(s.a, s.keyA, "p1", many(6000, func(k int) change { return forged(fmt.Sprintf("%010d", k), fmt.Sprint(k)) })...)
		i.leave()
		swift(t, path, 5*time.Second)
	})
	try(t, "G30b nor a thousand rows", func(t *testing.T) {
		path := copyIn(t, s.now)
		i := intrude(t, path)
		for k := range 1000 {
			i.leaves(s.a, s.keyA, fmt.Sprint("p", k), change{Field: "house", Before: "", After: fmt.Sprint(k)})
		}
		i.leave()
		swift(t, path, 5*time.Second)
	})
}

// swift wants the school to come in in time, with nothing taken over that is too much.
func swift(t *testing.T, path string, limit time.Duration) {
	t.Helper()
	begun := time.Now()
	r := enter(t, path)
	defer r.Close()
	if spent := time.Since(begun); spent > limit {
		t.Errorf("the sign-in took %s", spent)
	}
	for _, f := range r.Filled() {
		if len(f.Changes) > 0 || f.Unreadable == 0 {
			t.Errorf("filled %d, unreadable %d", len(f.Changes), f.Unreadable)
		}
	}
}

func TestLockedFields(t *testing.T) {
	s := theSchool()
	path := copyIn(t, s.now)
	r := enter(t, path)
	desktest.Must(r.Season.NameDay(desktest.Ctx, "registration_start", "1.1.2020"))
	desktest.Must(r.Season.NameDay(desktest.Ctx, "registration_end", "5.2.2020"))
	desktest.Must(r.Close())
	i := intrude(t, path)
	i.leaves(s.a, s.keyA, "p1", change{Field: "privileges", After: "orphan"}, change{Field: "house", After: "12"})
	i.leave()
	try(t, "G22 KG-054 what nobody may change any more a graduate does not either, and the rest comes in", func(t *testing.T) {
		r := enter(t, path)
		g := desktest.MustFind(t, r, s.a)
		if _, err := r.Table.Change(desktest.Ctx, s.a, desktest.Assigns("privileges=orphan")); data.CodeOf(err) != "value.locked" {
			t.Errorf("the school itself: %v", err)
		}
		if privileges, house := g.Get("privileges"), g.Get("house"); privileges != "" || house != "12" {
			t.Errorf("privileges %q, house %q", privileges, house)
		}
	})
	try(t, "G21 while it is open the form asks for it, and takes it", func(t *testing.T) {
		_, filled := delivered(t, s, change{Field: "privileges", After: "orphan"}, change{Field: "marks", After: "no_passport"}, change{Field: "conditions", After: "nobody_knows_this"})
		for _, c := range filled.Changes {
			if c.Field == "conditions" {
				t.Errorf("taken over: %+v", c)
			}
		}
		if len(filled.Changes) == 0 {
			t.Errorf("nothing was: %+v", filled)
		}
	})
}
