package season_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
	"graduand/data/registrar/season"
	"graduand/data/registry"
)

// edition is the source of a built-in campaign under a revision, with some places written otherwise.
func edition(t *testing.T, id string, revision int, otherwise ...string) []byte {
	t.Helper()
	source := desktest.SourceWith(t, id, "revision = 1", fmt.Sprintf("revision = %d", revision))
	for i := 0; i < len(otherwise); i += 2 {
		if !strings.Contains(source, otherwise[i]) {
			t.Fatalf("%q is not in the file", otherwise[i])
		}
		source = strings.Replace(source, otherwise[i], otherwise[i+1], 1)
	}
	return []byte(source)
}

// moved is an edition in which the main session begins two days earlier, and registration ends later.
func moved(t *testing.T) []byte {
	return edition(t, "zno-2020", 2, `on = "2020-06-25"`, `on = "2020-06-23"`, `on = "2020-03-24"`, `on = "2020-04-03"`)
}

func TestANewerEditionInTheMiddleOfTheSeason(t *testing.T) {
	now := time.Date(2020, 3, 20, 12, 0, 0, 0, time.UTC)
	o := desktest.Options()
	o.Now = func() time.Time { return now }
	r := desktest.MustCreateWith(t, "zno-2020", o)
	id := desktest.MustAdd(t, r, desktest.ZnoValues...)
	var heard []registrar.Signal
	r.Listen(func(s registrar.Signal) { heard = append(heard, s) })
	before := desktest.MustFind(t, r, id)
	now = time.Date(2020, 3, 25, 12, 0, 0, 0, time.UTC)
	t.Run("UA-003 KG-001 what would change is told, and nothing is written", func(t *testing.T) {
		events := desktest.Events(t, r)
		renewal, err := r.Season.LookAtCampaign(moved(t))
		if err != nil || renewal.Before != 1 || renewal.After != 2 || len(renewal.Days) < 3 || len(renewal.Gone) > 0 {
			t.Fatalf("%+v, %v", renewal, err)
		}
		if desktest.Events(t, r) != events || r.Campaign().Revision != 1 {
			t.Error("a look has changed something")
		}
	})
	t.Run("UA-003 every day follows: deadline, what is counted, what is locked, the plan of the season", func(t *testing.T) {
		desktest.Must(r.Season.RenewCampaign(desktest.Ctx, moved(t)))
		if d := dateOf(t, r, "main_session_start"); d.On != "2020-06-23" || d.File != "2020-06-23" || d.Own {
			t.Errorf("%+v", d)
		}
		if d := dateOf(t, r, "withdrawal_end"); d.On != "2020-05-19" {
			t.Errorf("%+v", d)
		}
		if d := dateOf(t, r, "registration_end"); d.On != "2020-04-03" {
			t.Errorf("%+v", d)
		}
		if !slices.Contains(heard, registrar.CampaignChanged) || heard[0] != registrar.CampaignChanged {
			t.Errorf("told %v", heard)
		}
		overview, err := r.Season.Overview()
		if err != nil || !slices.ContainsFunc(overview.Dues, func(d season.Due) bool { return d.Code == "registration_end" && d.Days == 9 }) {
			t.Errorf("%+v, %v", overview.Dues, err)
		}
	})
	t.Run("UA-003 nobody's data is touched, and the history keeps both revisions", func(t *testing.T) {
		if after := desktest.MustFind(t, r, id); after != before {
			t.Errorf("%+v", after)
		}
		events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventCampaign})
		if len(events) != 1 || events[0].Note != "ЗНО-2020: 1 → 2" || events[0].By == "" {
			t.Errorf("%+v", events)
		}
		desktest.Sound(t, r)
	})
	t.Run("UA-003 the same one, an older one, another campaign and a spoilt file are refused", func(t *testing.T) {
		for name, c := range map[string]struct {
			source []byte
			code   string
		}{
			"the same":          {moved(t), "campaign.not_newer"},
			"older":             {edition(t, "zno-2020", 1), "campaign.not_newer"},
			"another":           {edition(t, "ort-2021", 9), "campaign.another"},
			"a newer format":    {edition(t, "zno-2020", 3, "format = 3", "format = 99"), "campaign.too_new"},
			"a newer program":   {edition(t, "zno-2020", 3, `minimum_program = "1.0"`, `minimum_program = "9.0"`), "campaign.program_too_old"},
			"an unknown key":    {edition(t, "zno-2020", 3, "country =", "kountry ="), "campaign.unknown_key"},
			"another time zone": {edition(t, "zno-2020", 3, `time_zone = "Europe/Kyiv"`, `time_zone = "Asia/Bishkek"`), "campaign.fixed"},
			"no text":           {[]byte("\xff\xfe\x00"), "campaign.encoding"},
		} {
			_, err := r.Season.LookAtCampaign(c.source)
			desktest.WantCode(t, name, err, c.code)
			desktest.WantCode(t, name, r.Season.RenewCampaign(desktest.Ctx, c.source), c.code)
		}
		if len(desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventCampaign})) != 1 || r.Campaign().Revision != 2 {
			t.Error("a refusal has changed something")
		}
	})
	t.Run("UA-003 it holds after the registry is opened again", func(t *testing.T) {
		path := r.Path()
		desktest.Must(r.Close())
		again, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, o)
		desktest.Must(err)
		defer func() { desktest.Must(again.Close()) }()
		if d := dateOf(t, again, "registration_end"); d.On != "2020-04-03" || again.Campaign().Revision != 2 {
			t.Errorf("%+v", d)
		}
		desktest.Sound(t, again)
	})
}

func TestOwnDaysAndANewerEdition(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	desktest.Must(r.Season.NameDay(desktest.Ctx, "registration_end", "01.04.2020"))
	desktest.Must(r.Season.NameDay(desktest.Ctx, "main_session_end", "20.07.2020"))
	desktest.Must(r.Season.SetDayOff(desktest.Ctx, "10.04.2020", "Свято", false))
	renewal, err := r.Season.LookAtCampaign(moved(t))
	desktest.Must(err)
	t.Run("F-04 the school's own day gives way where the file has that day now, and it is said", func(t *testing.T) {
		at := slices.IndexFunc(renewal.Days, func(d campaign.DayMove) bool { return d.Own })
		if at < 0 || renewal.Days[at].Before != "2020-04-01" || renewal.Days[at].After != "2020-04-03" {
			t.Errorf("%+v", renewal.Days)
		}
		told := season.ToldOfRenewal(&renewal)
		if !slices.ContainsFunc(told, func(s season.Sentence) bool { return s.ID == "campaign_change.day_own" }) {
			t.Errorf("%+v", told)
		}
	})
	t.Run("F-04 the others are kept", func(t *testing.T) {
		desktest.Must(r.Season.RenewCampaign(desktest.Ctx, moved(t)))
		if d := dateOf(t, r, "registration_end"); d.On != "2020-04-03" || d.Own {
			t.Errorf("%+v", d)
		}
		if d := dateOf(t, r, "main_session_end"); d.On != "2020-07-20" || !d.Own {
			t.Errorf("%+v", d)
		}
		if r.Campaign().WorkingDay("2020-04-10") {
			t.Error("the day off of the school is gone")
		}
	})
}

// former is an edition with entries that the built-in one does not have; all but the kit's paper are
// chosen by codeful.
const former = `
[[subject]]
code = "astronomy"
title = "Астрономія"
on = "2020-07-16"
level_for = "attestation"
level = [{ code = "deep", title = "поглиблений" }]

[[category]]
code = "night_school"
title = "Вечірня школа"
route = "school"

[[mark]]
code = "farmer"
title = "Допомагає вдома"

[[document_kind]]
code = "booklet"
title = "Книжечка"
number_pattern = '\d{5}'
example = "12345"

[[language_of_tasks]]
code = "xx"
title = "Інша"
tasks = true

[[condition]]
code = "0901"
group = "hearing"
title = "Тиша"

[[additional_reason]]
code = "harvest"
title = "Жнива"

[[kit_document]]
code = "receipt_of_moon"
title = "Довідка з місяця"
needed = "true"
form = "original"
source = "—"

[[centre]]
code = "moon"
title = "Місячний центр"

[[institution_type]]
code = "moon_school"
title = "Місячна школа"
list_title = "місячна школа"

[[refusal_reason]]
code = "9"
title = "Повний місяць"

[[external_status]]
code = "orbit"
title = "На орбіті"
means = "processing"
`

func TestWhatANewerEditionNoLongerKnowsStays(t *testing.T) {
	c, err := registrar.Campaign("zno-2020", nil)
	desktest.Must(err)
	r := desktest.MustCreateFrom(t, string(c.Source())+former, func() time.Time { return desktest.Noon })
	school := r.School()
	school.Centre, school.InstitutionType = "moon", "moon_school"
	desktest.Must(r.Season.ChangeSchool(desktest.Ctx, school))
	id := desktest.MustAdd(t, r, desktest.ZnoValues...)
	put(t, r, id, func(g *data.Graduate) {
		for _, a := range desktest.Assigns("subjects=ukrainian,mathematics,astronomy:deep", "attestation=ukrainian,mathematics,astronomy", "category=night_school",
			"marks=farmer", "document_kind=booklet", "document_number=12345", "language=xx", "conditions=0901", "additional_reason=harvest", "card_number=1234567890123") {
			g.Set(a.Field, a.Value)
		}
		g.Current().Facts = append(g.Current().Facts, data.Fact{Kind: data.FactSeen, On: "2020-02-10", Seen: "orbit"})
		g.Current().Answer = &data.Answer{State: data.AnswerRefused, On: "2020-02-09", Minutes: "1", Reasons: []string{"9"}, Returned: []string{"receipt_of_moon"}}
	})
	before := desktest.MustFind(t, r, id)
	renewal, err := r.Season.LookAtCampaign(edition(t, "zno-2020", 2))
	desktest.Must(err)
	t.Run("UA-003 who has chosen what the edition does not know is counted", func(t *testing.T) {
		if len(renewal.Gone) < 8 {
			t.Errorf("%+v", renewal.Gone)
		}
	})
	desktest.Must(r.Season.RenewCampaign(desktest.Ctx, edition(t, "zno-2020", 2)))
	t.Run("UA-003 it stays, and the check names it", func(t *testing.T) {
		if after := desktest.MustFind(t, r, id); after != before {
			t.Errorf("%+v", after)
		}
		found, err := desktest.FindingsOf(r, id)
		desktest.Must(err)
		rules := strings.Join(desktest.Rules(found), "\n")
		for _, want := range []string{"unknown_code subjects", "unknown_code category", "unknown_code marks", "document_kind_unknown", "unknown_code language", "unknown_code conditions", "unknown_code additional_reason"} {
			if !strings.Contains(rules, want) {
				t.Errorf("%s is not among\n%s", want, rules)
			}
		}
		if s := r.School(); s.Centre != "moon" || s.InstitutionType != "moon_school" {
			t.Errorf("%+v", s)
		}
	})
	t.Run("UA-003 every question and every paper still comes", func(t *testing.T) { askAll(t, r, id) })
}

// formerORT is the same for the campaign with privileges and payments.
const formerORT = `
[[subject]]
code = "astronomy"
title = "Астрономия"

[[privilege]]
code = "moonborn"
title = "Родившийся на Луне"

[[payment_type]]
code = "shells"
title = "Ракушками"

[[document_kind]]
code = "booklet"
title = "Книжечка"
number_pattern = '\d{5}'
example = "12345"
`

func TestWhatANewerEditionNoLongerKnowsStaysInTheOtherCampaign(t *testing.T) {
	c, err := registrar.Campaign("ort-2021", nil)
	desktest.Must(err)
	r := desktest.MustCreateFrom(t, string(c.Source())+formerORT, func() time.Time { return desktest.Noon })
	id := desktest.CompleteORT(t, r)
	put(t, r, id, func(g *data.Graduate) {
		for _, a := range desktest.Assigns("subjects=astronomy", "privileges=moonborn", "privileged=yes", "document_kind=booklet", "document_number=12345") {
			g.Set(a.Field, a.Value)
		}
		g.Current().Payments = append(g.Current().Payments, data.Payment{ID: "p1", Number: "7", Amount: 370, Type: "shells"})
	})
	before := desktest.MustFind(t, r, id)
	desktest.Must(r.Season.RenewCampaign(desktest.Ctx, edition(t, "ort-2021", 2, "main = 370", "main = 400")))
	t.Run("KG-001 the fee follows at once, and nothing is lost", func(t *testing.T) {
		rows, err := r.Payment.Rows(registrar.Filter{}, "")
		if err != nil || len(rows) != 1 || rows[0].Due < 400 {
			t.Errorf("%+v, %v", rows, err)
		}
		if after := desktest.MustFind(t, r, id); after != before {
			t.Errorf("%+v", after)
		}
	})
	t.Run("KG-001 every question and every paper still comes", func(t *testing.T) { askAll(t, r, id) })
}

// askAll asks every desk about somebody, and prints every document: none may fall.
func askAll(t *testing.T, r *registrar.Registrar, id string) {
	t.Helper()
	ask := func(what string, err error) {
		if err != nil && data.CodeOf(err) == "" {
			t.Errorf("%s: %v", what, err)
		}
	}
	_, err := r.Table.List(registrar.Filter{})
	ask("list", err)
	_, err = r.Season.Overview()
	ask("overview", err)
	_, err = r.Form.Of(id)
	ask("form", err)
	_, err = r.Intake.Kit(id)
	ask("kit", err)
	_, err = r.Answer.Rows(registrar.Filter{}, "")
	ask("answers", err)
	_, err = r.Post.Own(registrar.Filter{})
	ask("own ways", err)
	_, err = r.Post.Offer(registrar.Filter{})
	ask("offer", err)
	_, err = r.Season.Unfinished()
	ask("unfinished", err)
	for _, document := range r.Printing.Documents() {
		_, err := r.Printing.Draw(io.Discard, ".pdf", printing.Job{Document: document, Only: []string{id}})
		ask("draw "+document, err)
	}
}

// What was printed under the former edition is printed again as it was.
func TestPrintedUnderTheFormerEdition(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, desktest.ZnoValues...)
	paper := filepath.Join(t.TempDir(), "hint.pdf")
	_, err := r.Printing.Save(desktest.Ctx, paper, printing.Job{Document: printing.Card, Only: []string{id}})
	desktest.Must(err)
	printed := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventPrinted})
	desktest.Must(r.Season.RenewCampaign(desktest.Ctx, edition(t, "zno-2020", 2, `title = "Математика"`, `title = "Числення"`)))
	again := filepath.Join(t.TempDir(), "again.pdf")
	t.Run("F-20 UA-003 octet for octet, and what is printed now is other", func(t *testing.T) {
		_, err := r.Printing.Save(desktest.Ctx, again, printing.Job{Again: printed[0].Seq, Format: ".pdf"})
		desktest.Must(err)
		was, is := desktest.MustRead(t, paper), desktest.MustRead(t, again)
		if !bytes.Equal(was, is) {
			t.Error("it is another")
		}
		desktest.Must(os.Remove(again))
		_, err = r.Printing.Save(desktest.Ctx, again, printing.Job{Document: printing.Card, Only: []string{id}})
		desktest.Must(err)
		if bytes.Equal(was, desktest.MustRead(t, again)) {
			t.Error("the newer edition is not printed")
		}
	})
}
