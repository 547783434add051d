package exchange_test

import (
	"crypto/rand"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"graduand/data"
	message "graduand/data/exchange"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
	"graduand/data/vault/vaulttest"
)

func TestMain(m *testing.M) {
	vaulttest.LowerPrice()
	os.Exit(m.Run())
}

const (
	spoken   = "DFGJ-2346-QRSU"
	firstOne = "JLNQ-7891-WZDF"
	ownOne   = "синій кит летить над Чуйською долиною"
)

// centreOf are the keys of a centre, with a recipient that gives lost registries back.
type centreOf struct{ keys, recovery *message.Identity }

func newCentre() centreOf {
	keys, err := message.NewIdentity(rand.Reader)
	desktest.Must(err)
	recovery, err := message.NewIdentity(rand.Reader)
	desktest.Must(err)
	return centreOf{keys, recovery}
}

// invite writes the enrolment of a school.
func (c centreOf) invite(t *testing.T, alter func(*message.Message)) string {
	t.Helper()
	m := &message.Message{Envelope: message.Envelope{Format: message.Format, Type: message.TypeEnrolment, ID: "00112233445566778899aabbccddeeff", Created: "2020-02-01T08:00:00Z",
		Program: "1.0", Campaign: "ort-2021", Revision: 1, School: "bishkek-7", Sequence: 1, From: c.keys.Keys(),
		Enrolment: &message.Enrolment{School: data.School{Name: "Школа № 7", DistrictCentre: "Свердловский центр"}, Phone: "+996555000007", Surname: "Асанова", GivenName: "Гүлнара",
			Password: firstOne, Site: "https://ort.example.kg", Centre: c.keys.Keys(), Recovery: c.recovery.Keys().Recipient}}}
	if alter != nil {
		alter(m)
	}
	path := filepath.Join(t.TempDir(), "enrolment (1).zip.age")
	f, err := os.Create(path)
	desktest.Must(err)
	_, err = message.Write(f, m, nil, c.keys, message.Seal{Code: spoken})
	desktest.Must(err)
	desktest.Must(f.Close())
	return path
}

// realOptions sign in by passwords.
func realOptions() registrar.Options {
	o := desktest.Options()
	o.Key = nil
	return o
}

func TestAnInvitationIsOpenedByItsCode(t *testing.T) {
	c := newCentre()
	path := c.invite(t, nil)
	for _, typed := range []string{spoken, "dfgj 2346 qrsu", " dfgj2346qrsu ", "вапо-2346-йкыг", "DFGJ–2346–QRSU"} {
		t.Run("KG-005 however it is typed: "+typed, func(t *testing.T) {
			i, err := registrar.OpenInvitation(path, typed)
			if err != nil || i.School.Name != "Школа № 7" || i.Name != "Асанова Гүлнара" || i.Phone != "+996555000007" || i.Code != "bishkek-7" ||
				i.Centre != c.keys.Keys().Fingerprint() || i.School.Site != "https://ort.example.kg" || i.Campaign.ID != "ort-2021" {
				t.Errorf("%+v, %v", i, err)
			}
		})
	}
	for name, f := range map[string]struct {
		path, typed, code string
	}{
		"another code":      {path, "DFGJ-2346-QRSW", "message.wrong_code"},
		"no code":           {path, "  ", "exchange.no_code"},
		"no file":           {filepath.Join(t.TempDir(), "none"), spoken, "file.cannot_read"},
		"another message":   {c.invite(t, func(m *message.Message) { m.Type, m.Enrolment, m.CampaignFile = message.TypeCampaign, nil, []byte("x") }), spoken, "exchange.no_enrolment"},
		"newer rules there": {c.invite(t, func(m *message.Message) { m.Revision = 5 }), spoken, "exchange.older_rules"},
		"unknown campaign":  {c.invite(t, func(m *message.Message) { m.Campaign = "abitur-2030" }), spoken, "campaign.not_found"},
		"another's rules in it": {c.invite(t, func(m *message.Message) {
			m.CampaignFile = []byte(desktest.SourceWith(t, "zno-2020", "revision = 1", "revision = 1"))
		}), spoken, "message.wrong_campaign"},
	} {
		t.Run("KG-005 "+name, func(t *testing.T) {
			_, err := registrar.OpenInvitation(f.path, f.typed)
			desktest.WantCode(t, name, err, f.code)
		})
	}
}

func TestARegistryOfAnInvitedSchool(t *testing.T) {
	c := newCentre()
	i, err := registrar.OpenInvitation(c.invite(t, func(m *message.Message) {
		m.Revision, m.CampaignFile = 2, []byte(desktest.SourceWith(t, "ort-2021", "revision = 1", "revision = 2"))
	}), spoken)
	desktest.Must(err)
	t.Run("KG-006 with the first password nothing is done before it is replaced", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "first.graduand")
		r, err := registrar.Found(desktest.Ctx, i, registrar.Founding{Path: path}, realOptions())
		desktest.Must(err)
		_, err = r.Table.List(registrar.Filter{})
		desktest.WantCode(t, "list", err, "account.must_change")
		desktest.Must(r.Close())
		again, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{Phone: "0555 000 007", Password: firstOne}, realOptions())
		desktest.Must(err)
		desktest.WantCode(t, "the same", again.ChangePassword(desktest.Ctx, firstOne, firstOne), "account.same_password")
		desktest.Must(again.ChangePassword(desktest.Ctx, firstOne, ownOne))
		if _, err := again.Table.List(registrar.Filter{}); err != nil {
			t.Error(err)
		}
		desktest.Sound(t, again)
		desktest.Must(again.Close())
	})
	path := filepath.Join(t.TempDir(), "own.graduand")
	r, err := registrar.Found(desktest.Ctx, i, registrar.Founding{Path: path, Password: ownOne}, realOptions())
	desktest.Must(err)
	t.Run("KG-005 KG-006 the own password alone opens it, with the school, the link and the rules of the message", func(t *testing.T) {
		me, school := r.Me(), r.School()
		if me.Name != "Асанова Гүлнара" || me.Phone != "+996555000007" || me.Role != registrar.RoleHead || me.MustChange {
			t.Errorf("%+v", me)
		}
		if school.Name != "Школа № 7" || school.Site != "https://ort.example.kg" || school.DistrictCentre != "Свердловский центр" || r.Campaign().Revision != 2 {
			t.Errorf("%+v", school)
		}
		_, err := registrar.Found(desktest.Ctx, i, registrar.Founding{Path: path + "2", Password: firstOne}, realOptions())
		desktest.WantCode(t, "the first one as the own", err, "account.same_password")
		if _, err := os.Stat(path + "2"); err == nil {
			t.Error("something was left")
		}
	})
	t.Run("design §9 messages can pass, and the history has the message and not its password", func(t *testing.T) {
		state, err := r.Exchange.State()
		if err != nil || !state.Enrolled || state.Code != "bishkek-7" || state.Centre != c.keys.Keys().Fingerprint() || state.Own == "" {
			t.Errorf("%+v, %v", state, err)
		}
		passed, err := r.Exchange.History(desktest.Ctx)
		if err != nil || len(passed) != 1 || passed[0].Sent || passed[0].Sequence != 1 || passed[0].SHA256 == "" {
			t.Errorf("%+v, %v", passed, err)
		}
		kinds := []string{}
		for _, e := range desktest.EventsOf(t, r, registrar.HistoryFilter{}) {
			kinds = append(kinds, e.Kind)
		}
		if !slices.Contains(kinds, registry.EventEscrowed) || !slices.Contains(kinds, registry.EventEnrolled) {
			t.Errorf("%v", kinds)
		}
	})
	t.Run("KG-007 the centre can give the key back", func(t *testing.T) {
		desktest.Sound(t, r)
		desktest.Must(r.Close())
		if entrance, err := registrar.LookAt(desktest.Ctx, path); err != nil || !entrance.Escrowed {
			t.Errorf("%+v, %v", entrance, err)
		}
	})
}

func TestAnInvitationIntoARegistryThatIsThere(t *testing.T) {
	c := newCentre()
	i, err := registrar.OpenInvitation(c.invite(t, nil), spoken)
	desktest.Must(err)
	r := desktest.MustCreate(t, "ort-2021")
	before := r.School()
	t.Run("KG-006 only the keys and the link are taken", func(t *testing.T) {
		desktest.Must(r.Exchange.Join(desktest.Ctx, i))
		before.Site = "https://ort.example.kg"
		if r.School() != before {
			t.Errorf("%+v", r.School())
		}
		if state, err := r.Exchange.State(); err != nil || state.Code != "bishkek-7" {
			t.Errorf("%+v, %v", state, err)
		}
		if accounts, err := r.Accounts(desktest.Ctx); err != nil || len(accounts) != 0 {
			t.Errorf("%+v, %v", accounts, err)
		}
		desktest.Sound(t, r)
	})
	t.Run("design §9 again it changes nothing, and another centre or code is refused", func(t *testing.T) {
		events := desktest.Events(t, r)
		desktest.WantCode(t, "again", r.Exchange.Join(desktest.Ctx, i), "exchange.enrolled_already")
		other, err := registrar.OpenInvitation(newCentre().invite(t, nil), spoken)
		desktest.Must(err)
		desktest.WantCode(t, "another centre", r.Exchange.Join(desktest.Ctx, other), "exchange.enrolled_otherwise")
		desktest.WantCode(t, "turn to the same", r.Exchange.TurnTo(desktest.Ctx, i), "exchange.enrolled_already")
		desktest.WantCode(t, "turn before there is one", desktest.MustCreate(t, "ort-2021").Exchange.TurnTo(desktest.Ctx, i), "exchange.not_enrolled")
		zno := desktest.MustCreate(t, "zno-2020")
		desktest.WantCode(t, "another campaign", zno.Exchange.Join(desktest.Ctx, i), "message.wrong_campaign")
		if desktest.Events(t, r) != events {
			t.Error("a refusal was written")
		}
	})
}
