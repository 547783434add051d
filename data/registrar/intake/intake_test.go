package intake_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/intake"
	"graduand/data/registry"
)

// school is a registry with somebody whose card has a number; changes are to what is filled in.
func school(t *testing.T, changes ...string) (r *registrar.Registrar, id string) {
	t.Helper()
	r = desktest.MustCreate(t, "zno-2020")
	desktest.ChooseCentre(t, r)
	return r, desktest.MustAdd(t, r, append(append(slices.Clone(desktest.ZnoValues), "card_number=1234567"), changes...)...)
}

func kit(t *testing.T, r *registrar.Registrar, id string) intake.Kit {
	t.Helper()
	k, err := r.Intake.Kit(id)
	desktest.Must(err)
	return k
}

// warned are the rules of the warnings of a kit with the papers that they are about.
func warned(k intake.Kit) (all []string) {
	for _, f := range k.Warnings {
		paper, _ := f.Args["paper"].(string)
		all = append(all, strings.TrimSpace(f.Rule+" "+paper))
	}
	return all
}

// paper is a paper of a kit by its code.
func paper(t *testing.T, k intake.Kit, code string) *campaign.KitPaper {
	t.Helper()
	for i := range k.Papers {
		if k.Papers[i].Code == code {
			return &k.Papers[i]
		}
	}
	t.Fatalf("no %s among %d papers", code, len(k.Papers))
	return nil
}

func TestAKitIsReceived(t *testing.T) {
	r, id := school(t)
	t.Run("UA-066 without the card it is not", func(t *testing.T) {
		desktest.WantCode(t, "nothing", r.Intake.Receive(desktest.Ctx, []string{id}, intake.Receipt{Papers: []string{"passport_copy"}}), "kit.no_basis")
		if k := kit(t, r, id); k.Received != nil || paper(t, k, "passport_copy").InKit() {
			t.Error("a part of what was refused is there")
		}
	})
	t.Run("UA-158 the card alone is enough, who took it and when is kept, the rest is warned of", func(t *testing.T) {
		desktest.Must(r.Intake.Receive(desktest.Ctx, []string{id}, intake.Receipt{Day: "2020-02-07", Papers: []string{"card"}}))
		k := kit(t, r, id)
		if k.Received == nil || k.Received.On != "2020-02-07" || k.Received.By != "Tester" || desktest.StatusOf(t, r, id) != data.StatusReceived {
			t.Errorf("%+v, %s", k.Received, desktest.StatusOf(t, r, id))
		}
		if w := warned(k); !slices.Contains(w, "kit_missing Копія паспорта громадянина України") || !slices.Contains(w, "kit_unasked Реєстраційна картка") {
			t.Errorf("%v", w)
		}
	})
	t.Run("UA-158 what comes later is added, and the day stays", func(t *testing.T) {
		desktest.Must(r.Intake.Receive(desktest.Ctx, []string{id}, intake.Receipt{Papers: []string{"passport_copy"}}))
		k := kit(t, r, id)
		if p := paper(t, k, "passport_copy"); k.Received.On != "2020-02-07" || !slices.Equal(p.States, []string{data.PaperMade, data.PaperInKit}) {
			t.Errorf("%+v, %v", k.Received, p.States)
		}
	})
	t.Run("UA-053 no kit comes from the future, and none of nobody", func(t *testing.T) {
		desktest.WantCode(t, "tomorrow", r.Intake.Receive(desktest.Ctx, []string{id}, intake.Receipt{Day: "2020-02-11"}), "fact.future_day")
		desktest.WantCode(t, "before the registration", r.Intake.Receive(desktest.Ctx, []string{id}, intake.Receipt{Day: "2020-02-02"}), "kit.before_start")
		desktest.WantCode(t, "nobody", r.Intake.Receive(desktest.Ctx, []string{id, "nobody"}, intake.Receipt{Papers: []string{"card"}}), "graduate.unknown")
		desktest.WantCode(t, "another paper", r.Intake.Receive(desktest.Ctx, []string{id}, intake.Receipt{Papers: []string{"medical_conclusion"}}), "kit.unknown_paper")
	})
	desktest.Sound(t, r)
}

func TestQuestionsOfAKit(t *testing.T) {
	r, id := school(t)
	t.Run("UA-051 what is judged for each alone is not answered with the rest", func(t *testing.T) {
		desktest.Must(r.Intake.Receive(desktest.Ctx, []string{id}, intake.Receipt{Everything: true}))
		k := kit(t, r, id)
		if k.Done || !slices.Equal(warned(k), []string{"kit_unasked Реєстраційна картка"}) || !paper(t, k, "card").Questions[4].Alone {
			t.Errorf("%v", warned(k))
		}
		desktest.Must(r.Intake.Ask(desktest.Ctx, id, "card.5", true, ""))
		if k := kit(t, r, id); !k.Done || len(k.Warnings) > 0 || desktest.StatusOf(t, r, id) != data.StatusChecked {
			t.Errorf("%v, %s", warned(k), desktest.StatusOf(t, r, id))
		}
	})
	t.Run("UA-159, UA-160, UA-161 every mark of a copy and of the card is a question", func(t *testing.T) {
		k := kit(t, r, id)
		if card, copied := paper(t, k, "card"), paper(t, k, "passport_copy"); len(card.Questions) != 5 || len(copied.Questions) != 3 {
			t.Errorf("%d and %d questions", len(card.Questions), len(copied.Questions))
		}
	})
	t.Run("UA-087, UA-093 a no says which refusal it would bring", func(t *testing.T) {
		desktest.Must(r.Intake.Ask(desktest.Ctx, id, "card.3", false, " немає  дати "))
		k := kit(t, r, id)
		if len(k.Warnings) != 1 || k.Warnings[0].Rule != "kit_wrong" || k.Warnings[0].Args["note"] != "немає дати" ||
			k.Warnings[0].Args["refusal"] != r.Campaign().RefusalReason("5").Title || desktest.StatusOf(t, r, id) != data.StatusReceived {
			t.Errorf("%+v, %s", k.Warnings, desktest.StatusOf(t, r, id))
		}
	})
	t.Run("UA-088 so does what is missing", func(t *testing.T) {
		desktest.Must(r.Intake.Mark(desktest.Ctx, id, "passport_copy", nil))
		f := kit(t, r, id).Warnings[1]
		if f.Rule != "kit_missing" || f.Args["refusal"] != r.Campaign().RefusalReason("1").Title {
			t.Errorf("%+v", f)
		}
	})
	t.Run("UA-160 that all is in order changes no answer that was given", func(t *testing.T) {
		desktest.Must(r.Intake.Complete(desktest.Ctx, []string{id}))
		if k := kit(t, r, id); !slices.Equal(warned(k), []string{"kit_wrong Реєстраційна картка"}) {
			t.Errorf("%v", warned(k))
		}
		desktest.Must(r.Intake.Ask(desktest.Ctx, id, "card.3", true, ""))
		if k := kit(t, r, id); !k.Done || len(desktest.MustFind(t, r, id).Current().Facts) != 11 {
			t.Errorf("%v", desktest.MustFind(t, r, id).Current().Facts)
		}
	})
	desktest.WantCode(t, "a question of nobody", r.Intake.Ask(desktest.Ctx, id, "card.6", true, ""), "kit.unknown_question")
	desktest.Sound(t, r)
}

func TestHowFarAPaperIs(t *testing.T) {
	r, id := school(t)
	states := func(code string) []string { return paper(t, kit(t, r, id), code).States }
	t.Run("F-10 a copy is made, certified, in the kit, and its original given back", func(t *testing.T) {
		desktest.Must(r.Intake.Mark(desktest.Ctx, id, "passport_copy", []string{data.PaperCertified}))
		if got := states("passport_copy"); !slices.Equal(got, []string{data.PaperMade, data.PaperCertified}) {
			t.Errorf("%v", got)
		}
		desktest.Must(r.Intake.Mark(desktest.Ctx, id, "passport_copy", []string{data.PaperReturned, data.PaperInKit}))
		if got := states("passport_copy"); !slices.Equal(got, []string{data.PaperMade, data.PaperInKit, data.PaperReturned}) {
			t.Errorf("%v", got)
		}
	})
	t.Run("F-10 what is no copy stays: nothing of it is given back", func(t *testing.T) {
		desktest.WantCode(t, "the card", r.Intake.Mark(desktest.Ctx, id, "card", []string{data.PaperReturned}), "kit.no_copy")
		desktest.WantCode(t, "no state", r.Intake.Mark(desktest.Ctx, id, "card", []string{"lost"}), "kit.unknown_state")
	})
	t.Run("F-10 a slip of the hand goes back like every act", func(t *testing.T) {
		act := int64(0)
		desktest.Must(r.Intake.Mark(registrar.Numbered(desktest.Ctx, &act), id, "passport_copy", nil))
		if got := states("passport_copy"); len(got) > 0 {
			t.Errorf("%v", got)
		}
		_, err := r.Form.UndoAll(desktest.Ctx, act)
		desktest.Must(err)
		if got := states("passport_copy"); len(got) != 3 {
			t.Errorf("%v", got)
		}
	})
}

func TestWaysOfAKit(t *testing.T) {
	t.Run("UA-055, UA-056 by e-mail nothing is glued, and the file is looked at", func(t *testing.T) {
		r, id := school(t, "marks=uncontrolled_territory,extern", "gives_scans=yes")
		k := kit(t, r, id)
		if k.Route.Photos != campaign.PhotosAsFile || len(paper(t, k, "card").Questions) != 4 || !slices.Contains(warned(k), "required_file") {
			t.Errorf("%+v: %v", k.Route, warned(k))
		}
		desktest.Set(t, r, id, "gives_scans=")
		if k := kit(t, r, id); len(paper(t, k, "card").Questions) != 5 || slices.Contains(warned(k), "required_file") {
			t.Errorf("on paper: %v", warned(k))
		}
	})
	t.Run("UA-067 in person until the end, to the centre of the residence", func(t *testing.T) {
		r, id := school(t, "marks=must_come_in_person", "region=Львівська")
		k := kit(t, r, id)
		if !k.InPerson || k.Until.On != r.Campaign().Date(campaign.RegistrationEnd).On || k.Centre == nil || k.Centre.Code != "lviv" {
			t.Errorf("%+v", k)
		}
		desktest.Set(t, r, id, "region=")
		if k := kit(t, r, id); k.Centre != nil {
			t.Errorf("the school's own: %s", k.Centre.Code)
		}
	})
	t.Run("UA-054 who sends it alone may have it looked through", func(t *testing.T) {
		r, id := school(t, "marks=exempt")
		if k := kit(t, r, id); !k.OwnWay {
			t.Error("through the school")
		}
		desktest.Must(r.Intake.Receive(desktest.Ctx, []string{id}, intake.Receipt{Everything: true}))
	})
	t.Run("UA-142 by the separate way nothing is received before the call", func(t *testing.T) {
		r, id := school(t, "marks=deep_visual_impairment")
		school := r.School()
		school.CentrePhone = "057 705-07-37"
		desktest.Must(r.Season.ChangeSchool(desktest.Ctx, school))
		k := kit(t, r, id)
		if k.Call == nil || k.Phone != "057 705-07-37" || r.Season.Contacts()[0].Phone != k.Phone {
			t.Errorf("%+v", k)
		}
		receive := func() error {
			return r.Intake.Receive(desktest.Ctx, []string{id}, intake.Receipt{Papers: []string{"card"}})
		}
		desktest.WantCode(t, "before the call", receive(), "kit.call_first")
		desktest.Must(r.Table.Record(desktest.Ctx, []string{id}, data.Fact{Kind: data.FactCalled, Note: "О. І. Верба: так"}))
		desktest.Must(receive())
	})
	t.Run("UA-091, UA-092 too late to be sent is told, with the refusal, and holds nobody up", func(t *testing.T) {
		o := desktest.Options()
		o.Now = func() time.Time { return desktest.Noon.AddDate(0, 2, 0) }
		r := desktest.MustCreateWith(t, "zno-2020", o)
		id := desktest.MustAdd(t, r, append(slices.Clone(desktest.ZnoValues), "card_number=1234567")...)
		if f := kit(t, r, id).Warnings[0]; f.Rule != intake.RuleLate || f.Args["refusal"] != r.Campaign().RefusalReason("4").Title || f.Args["until"] == "" {
			t.Errorf("%+v", f)
		}
		desktest.Must(r.Intake.Receive(desktest.Ctx, []string{id}, intake.Receipt{Everything: true}))
	})
	t.Run("UA-053 there are none where the campaign has no lists", func(t *testing.T) {
		r := desktest.MustCreate(t, "ort-2021")
		id := desktest.CompleteORT(t, r)
		_, err := r.Intake.Kit(id)
		desktest.WantCode(t, "kit", err, "kit.none")
		desktest.WantCode(t, "receive", r.Intake.Receive(desktest.Ctx, []string{id}, intake.Receipt{}), "kit.none")
	})
}

// list puts somebody on a list, which may be final and in a closed package; a withdrawn one lets go.
func list(t *testing.T, r *registrar.Registrar, id string, l *data.List, p *data.Package) {
	t.Helper()
	desktest.Must(r.Write(desktest.Ctx, registry.RightRegister, nil, func(w *registry.Edit) error {
		g, err := w.Active(id)
		desktest.Must(err)
		before, g := g, g.Clone()
		f := w.Signed(data.FactListed, "")
		f.Seen = l.ID
		if g.SetFact(f); !l.Live() {
			g.Set(data.FactField(data.FactListed, ""), "")
		}
		return w.Commit(func(c *registry.Change) error {
			if p != nil {
				desktest.Must(c.PutPackage(registry.EventPackageMade, p, registry.EventBody{}))
			}
			desktest.Must(c.PutList(registry.EventListMade, l, registry.EventBody{}))
			if changes := registry.Difference(before, g); len(changes) > 0 {
				return c.Put(g, registry.EventChanged, registry.EventBody{Changes: changes})
			}
			return nil
		})
	}))
}

func TestAKitIsGivenBack(t *testing.T) {
	r, id := school(t)
	back := func(ctx context.Context) error {
		return r.Intake.TakeBack(ctx, []string{id}, "не та фотокартка")
	}
	desktest.WantCode(t, "never received", back(desktest.Ctx), "kit.not_received")
	desktest.Must(r.Intake.Receive(desktest.Ctx, []string{id}, intake.Receipt{Everything: true}))
	before := desktest.MustFind(t, r, id).Current().Facts
	t.Run("UA-129 not from a closed package, nor from a list that counts it", func(t *testing.T) {
		l := &data.List{ID: "l", Number: 3, Final: &data.FinalList{Rows: 1}}
		list(t, r, id, l, &data.Package{ID: "p", Number: 4, Lists: []string{"l"}, Closed: &data.ClosedPackage{Rows: 1, Kits: 1}})
		desktest.WantCode(t, "closed", back(desktest.Ctx), "kit.in_closed_package")
		list(t, r, id, l, &data.Package{ID: "p", Number: 4, Lists: []string{"l"}})
		desktest.WantCode(t, "final", back(desktest.Ctx), "list.holds_member")
		list(t, r, id, &data.List{ID: "l", Number: 3}, nil)
		desktest.WantCode(t, "not final", back(desktest.Ctx), "list.holds_member")
	})
	t.Run("UA-053 nothing of the papers stays, and it goes back as one act", func(t *testing.T) {
		list(t, r, id, &data.List{ID: "l", Number: 3, Withdrawn: &data.Fact{}}, nil)
		act := int64(0)
		desktest.Must(back(registrar.Numbered(desktest.Ctx, &act)))
		if k := kit(t, r, id); k.Received != nil || paper(t, k, "card").InKit() || paper(t, k, "card").Questions[0].Answer != nil {
			t.Errorf("%+v", k)
		}
		_, err := r.Form.UndoAll(desktest.Ctx, act)
		desktest.Must(err)
		if facts := desktest.MustFind(t, r, id).Current().Facts; len(facts) != len(before) {
			t.Errorf("taken back: %v", facts)
		}
	})
	desktest.Sound(t, r)
}
