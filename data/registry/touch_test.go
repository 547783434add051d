package registry_test

import (
	"fmt"
	"maps"
	"reflect"
	"runtime"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
)

// touchers alter a graduate in each way in which the findings of another may hang on it. The values
// are few, so that many have them in common.
var touchers = map[string]func(*rapid.T, *registrar.Registrar, *data.Graduate){
	"surname":  set(data.FieldSurname, "Дуб", "Гай"),
	"birth":    set(data.FieldBirthDate, "", "2003-03-05"),
	"class":    set(data.FieldClass, "11-А", "11-Б"),
	"phone":    set(data.FieldPhone, "", "+380501234567", "+380671234567"),
	"kind":     set(data.FieldDocumentKind, "", "id_card", "passport_book", "passport"),
	"document": set(data.FieldDocumentNumber, "", "123456789", "987654321"),
	"card":     set(data.FieldCardNumber, "", "0412352", "0412353", "0412354", "41235", "41236"),
	"photo": func(t *rapid.T, r *registrar.Registrar, g *data.Graduate) {
		file := rapid.SampledFrom([]string{"", "f1", "f2"}).Draw(t, "file")
		for _, field := range r.Campaign().AllFields() {
			if field.PictureOf() == campaign.PictureFace {
				g.Set(field.Code, file)
			}
		}
		if file == "" {
			return
		}
		g.NotePrint(file, rapid.SampledFrom([]string{"aa", "bb"}).Draw(t, "print"))
		likeness := rapid.SampledFrom([]uint64{1, 3, 0xffff0000ffff0000}).Draw(t, "likeness")
		g.NoteJudged(file, &data.Judged{Kind: campaign.PictureFace, Likeness: likeness, SHA256: g.Prints[file]})
	},
	"receipt": func(t *rapid.T, _ *registrar.Registrar, g *data.Graduate) {
		number := rapid.SampledFrom([]string{"7", "8"}).Draw(t, "number")
		p := data.Payment{ID: rapid.SampledFrom([]string{"p", "q"}).Draw(t, "id"), Type: "main", Amount: 100, Number: number}
		if rapid.Bool().Draw(t, "cancelled") {
			p.Cancelled = &data.Fact{Kind: "cancelled"}
		}
		g.SetPayment(p)
	},
	"removed": func(t *rapid.T, _ *registrar.Registrar, g *data.Graduate) {
		g.Removed = nil
		if rapid.Bool().Draw(t, "removed") {
			g.Removed = &data.Fact{Kind: "removed"}
		}
	},
	"kit": func(t *rapid.T, _ *registrar.Registrar, g *data.Graduate) {
		g.SetFact(data.Fact{Kind: data.FactKitReceived, On: "2020-02-10"})
	},
	"list": func(t *rapid.T, _ *registrar.Registrar, g *data.Graduate) {
		if list := rapid.SampledFrom([]string{"", "l1", "l2"}).Draw(t, "list"); list != "" {
			g.SetFact(data.Fact{Kind: data.FactListed, On: "2020-02-10", Seen: list})
		} else {
			g.Set(data.FactField(data.FactListed, ""), "")
		}
	},
	"attempt": func(t *rapid.T, _ *registrar.Registrar, g *data.Graduate) {
		if len(g.Registrations) < 3 {
			g.StartAttempt(data.RetryRegistration, 50)
		}
	},
}

func set(field string, values ...string) func(*rapid.T, *registrar.Registrar, *data.Graduate) {
	return func(t *rapid.T, _ *registrar.Registrar, g *data.Graduate) {
		g.Set(field, rapid.SampledFrom(values).Draw(t, field))
	}
}

// touch does one thing to one graduate of a registry, or to its lists and packages. What the file
// refuses changes nothing.
func touch(t *rapid.T, r *registrar.Registrar, ids []string) {
	id := rapid.SampledFrom(ids).Draw(t, "whom")
	_ = r.Write(desktest.Ctx, registry.RightRegister, nil, func(w *registry.Edit) error {
		switch rapid.IntRange(0, 4).Draw(t, "what") {
		case 0:
			return w.Commit(func(c *registry.Change) error { return posted(t, c) })
		case 1:
			w.NoteJudged(id, "f1", &data.Judged{Kind: campaign.PictureFace, Likeness: 1, SHA256: "cc"})
			return nil
		}
		return nil
	})
	touchPart(t, r, id, rapid.SampledFrom(slices.Sorted(maps.Keys(touchers))).Draw(t, "part"))
}

// touchPart alters a part of one graduate.
func touchPart(t *rapid.T, r *registrar.Registrar, id, part string) {
	_ = desktest.Alter(r, id, func(g *data.Graduate) { touchers[part](t, r, g) })
}

// posted writes a list or a package as it may be.
func posted(t *rapid.T, c *registry.Change) error {
	list := &data.List{ID: rapid.SampledFrom([]string{"l1", "l2"}).Draw(t, "of"), Number: 1}
	day := rapid.SampledFrom([]data.Date{"", "2020-01-10", "2020-02-03"}).Draw(t, "day")
	switch rapid.IntRange(0, 3).Draw(t, "post") {
	case 0:
		return c.PutList(registry.EventListMade, list, registry.EventBody{})
	case 1:
		list.Withdrawn = &data.Fact{On: "2020-02-10"}
		return c.PutList(registry.EventListWithdrawn, list, registry.EventBody{})
	case 2:
		p := &data.Package{ID: "p1", Number: 1, Lists: []string{list.ID}, Postmark: day, Received: day}
		return c.PutPackage(registry.EventPackageMade, p, registry.EventBody{})
	}
	return c.PutPackage(registry.EventPackageDropped, &data.Package{ID: "p1", Dropped: &data.Fact{}}, registry.EventBody{})
}

// known is everything that a registry tells of everybody: findings, rows, and what is lacking.
func known(t rapid.TB, r *registrar.Registrar) (all []any) {
	_, err := registry.Read(r.Registry, registry.RightLook, func(v *registry.View) (struct{}, error) {
		for _, removed := range []bool{false, true} {
			rows, err := v.Rows(registry.Filter{Removed: removed})
			if err != nil {
				return struct{}{}, err
			}
			for _, row := range rows {
				found, err := v.Findings(row.Graduate)
				if err != nil {
					return struct{}{}, err
				}
				all = append(all, found, row)
			}
		}
		lacking, err := v.Lacking()
		all = append(all, lacking)
		return struct{}{}, err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// What a change leaves of the findings is what a full check finds: nothing stale, whatever two people
// have in common before it or after it.
func TestAChangeForgetsWhatItTouches(t *testing.T) {
	for _, name := range registrar.Campaigns() {
		t.Run("F-17 UA-152 KG-042 "+name, func(t *testing.T) {
			outer = t
			rapid.Check(t, func(t *rapid.T) {
				r := desktest.MustCreate(outer, name)
				defer func() { desktest.Must(r.Close()) }()
				desktest.Must(desktest.Post(r, []*data.List{{ID: "l1", Number: 1}, {ID: "l2", Number: 2}}))
				var ids []string
				for i := range 5 {
					ids = append(ids, desktest.MustAdd(outer, r, "surname=Дуб", "given_name=Яна", "class=11-"+strconv.Itoa(i)))
					for _, part := range []string{"photo", "receipt", "kind", "document", "card", "list"} {
						touchPart(t, r, ids[i], part)
					}
				}
				known(t, r)
				for range rapid.IntRange(1, 12).Draw(t, "changes") {
					touch(t, r, ids)
					kept := known(t, r)
					registry.CheckAnew(r.Registry)
					if anew := known(t, r); !reflect.DeepEqual(kept, anew) {
						t.Fatal(differing(kept, anew))
					}
				}
			})
		})
	}
}

// differing shows the first answer that is not the same.
func differing(kept, anew []any) string {
	for i := range kept {
		if i < len(anew) && !reflect.DeepEqual(kept[i], anew[i]) {
			return fmt.Sprintf("kept %+v\nanew %+v", kept[i], anew[i])
		}
	}
	return fmt.Sprintf("%d and %d answers", len(kept), len(anew))
}

// Many are looked at on several cores at once, and what is found is what one core finds.
func TestManyAreCheckedAtOnce(t *testing.T) {
	for _, name := range registrar.Campaigns() {
		r := desktest.MustCreate(t, name)
		for i := range 200 {
			id := desktest.MustAdd(t, r, "surname=Дуб", "given_name=Яна"+strconv.Itoa(i%7), "class=11-"+strconv.Itoa(i%9), "birth_date=05.03.2003", "phone=+38050"+strconv.Itoa(1000000+i))
			desktest.Must(desktest.Alter(r, id, func(g *data.Graduate) {
				g.Set("face_photo", "f")
				g.NoteJudged("f", &data.Judged{Kind: campaign.PictureFace, Likeness: uint64(1 + i), SHA256: strconv.Itoa(i)})
			}))
		}
		registry.CheckAnew(r.Registry)
		together := found(t, r)
		before := runtime.GOMAXPROCS(1)
		registry.CheckAnew(r.Registry)
		alone := found(t, r)
		runtime.GOMAXPROCS(before)
		if len(together) < 200 || !reflect.DeepEqual(together, alone) {
			t.Errorf("%s: %s", name, differing(together, alone))
		}
	}
}

// found are the findings of all.
func found(t *testing.T, r *registrar.Registrar) (all []any) {
	t.Helper()
	findings, err := r.Table.Check(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		all = append(all, f)
	}
	return all
}
