package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/intake"
	"graduand/data/registrar/printing"
	"graduand/data/text"
)

// byFacts are what brings somebody with a whole form to each of the states.
var byFacts = map[data.Status]func(*data.Graduate){
	data.StatusDraft:      func(g *data.Graduate) { g.Set(data.FieldSubjects, "") },
	data.StatusComplete:   func(g *data.Graduate) { g.Set(data.FieldCardNumber, "") },
	data.StatusNumbered:   func(*data.Graduate) {},
	data.StatusReceived:   fact(data.FactKitReceived, ""),
	data.StatusChecked:    func(*data.Graduate) {}, // by the desk of intake
	data.StatusListed:     fact(data.FactListed, "listed"),
	data.StatusPacked:     fact(data.FactListed, "packed"),
	data.StatusDispatched: fact(data.FactListed, "dispatched"),
	data.StatusAtCentre:   fact(data.FactListed, "at_centre"),
	data.StatusProcessing: func(g *data.Graduate) {
		g.SetFact(data.Fact{Kind: data.FactSeen, On: "2020-02-20", Seen: "processing", Means: data.MeansProcessing})
	},
	data.StatusRegistered:  answered(data.AnswerRegistered, ""),
	data.StatusRefused:     answered(data.AnswerRefused, ""),
	data.StatusMailed:      answered(data.AnswerRegistered, data.FactEnvelopeSent),
	data.StatusEnvelope:    answered(data.AnswerRegistered, data.FactEnvelopeArrived),
	data.StatusKept:        answered(data.AnswerRegistered, data.FactEnvelopeKept),
	data.StatusReturned:    answered(data.AnswerRegistered, data.FactEnvelopeReturned),
	data.StatusEmailed:     answered(data.AnswerRegistered, data.FactResultEmailed),
	data.StatusHandedOver:  answered(data.AnswerRegistered, data.FactEnvelopeHanded),
	data.StatusWithdrawing: answered(data.AnswerRegistered, data.FactWithdrawing),
	data.StatusWithdrawn:   answered(data.AnswerRegistered, data.FactWithdrawn),
	data.StatusRemoved:     func(g *data.Graduate) { g.Removed = &data.Fact{Kind: "removed"} },
}

func fact(kind data.FactKind, seen string) func(*data.Graduate) {
	return func(g *data.Graduate) { g.SetFact(data.Fact{Kind: kind, On: "2020-02-10", Seen: seen}) }
}

func answered(state data.AnswerState, then data.FactKind) func(*data.Graduate) {
	return func(g *data.Graduate) {
		g.Current().Answer = &data.Answer{State: state, On: "2020-02-20"}
		if then != "" {
			fact(then, "")(g)
		}
	}
}

// statusDay is the day on which somebody stands in every state.
func statusDay() time.Time { return time.Date(2020, time.March, 2, 10, 0, 0, 0, time.UTC) }

// inEveryStatus makes a registry with somebody in each state, and gives their ids.
func inEveryStatus(t *testing.T, path string) (*registrar.Registrar, map[data.Status]string) {
	t.Helper()
	c, err := registrar.Campaign("zno-2020", nil)
	desktest.Must(err)
	r, err := registrar.Create(desktest.Ctx, path, c, c.Demo.School, registrar.Founder{Name: c.Demo.Head, Phone: c.Demo.Phone, Password: registrar.DemoPassword}, registrar.Options{Now: statusDay})
	desktest.Must(err)
	ids := map[data.Status]string{}
	for i, s := range data.Statuses() {
		own := []string{fmt.Sprintf("card_number=%07d", 1000000+i), fmt.Sprintf("document_number=1%08d", i), fmt.Sprintf("phone=+38050%07d", i)}
		ids[s] = desktest.MustAdd(t, r, append(slices.Clone(desktest.ZnoValues), own...)...)
	}
	desktest.Must(r.Intake.Receive(desktest.Ctx, []string{ids[data.StatusChecked]}, intake.Receipt{Everything: true}))
	kit, err := r.Intake.Kit(ids[data.StatusChecked])
	desktest.Must(err)
	for _, paper := range kit.Papers {
		for _, q := range paper.Questions {
			if !q.Yes() {
				desktest.Must(r.Intake.Ask(desktest.Ctx, ids[data.StatusChecked], q.Code, true, ""))
			}
		}
	}
	desktest.Must(desktest.Post(r, []*data.List{{ID: "listed", Number: 1}, {ID: "packed", Number: 2}, {ID: "dispatched", Number: 3}, {ID: "at_centre", Number: 4}},
		&data.Package{ID: "p1", Number: 1, Lists: []string{"packed"}}, &data.Package{ID: "p2", Number: 2, Lists: []string{"dispatched"}, Postmark: "2020-02-12"},
		&data.Package{ID: "p3", Number: 3, Lists: []string{"at_centre"}, Postmark: "2020-02-12", Received: "2020-02-14"}))
	for s, id := range ids {
		desktest.Must(desktest.Alter(r, id, byFacts[s]))
	}
	return r, ids
}

// output is what a command writes about a registry.
func output(t *testing.T, args ...string) string {
	t.Helper()
	t.Setenv("GRADUAND_PASSWORD", registrar.DemoPassword)
	var out, failed bytes.Buffer
	if code := run(args, &out, &failed, statusDay); code != 0 {
		t.Fatalf("%q: %d: %s", args, code, failed.String())
	}
	return out.String()
}

// The state of somebody is the same wherever it is told or chosen by: the table, the overview, the desks of
// answers and of papers, the workbook for a teacher, and every command.
func TestStatusIsTheSameEverywhere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "school.graduand")
	r, ids := inEveryStatus(t, path)
	t.Run("F-02 UA-149 at the desks", func(t *testing.T) {
		for s, id := range ids {
			statusAtDesks(t, r, s, id)
		}
		overview, err := r.Season.Overview()
		desktest.Must(err)
		if overview.All != len(ids)-1 || overview.Removed != 1 {
			t.Errorf("%d people, %d removed", overview.All, overview.Removed)
		}
		for _, place := range overview.Places {
			if place.Number != 1 {
				t.Errorf("%d people are %s in the overview", place.Number, place.Status)
			}
		}
		rows, err := r.Answer.Rows(registrar.Filter{}, "")
		desktest.Must(err)
		for _, row := range rows {
			if ids[row.Status] != row.Graduate.ID {
				t.Errorf("somebody is %s among the answers", row.Status)
			}
		}
	})
	desktest.Must(r.Close())
	t.Run("F-02 in the commands", func(t *testing.T) {
		for name, args := range map[string][]string{"list": {"list", path, "--json"}, "answers": {"do", path, "answers", "--json"}} {
			for line := range strings.Lines(output(t, args...)) {
				var told struct{ ID, Graduate, Status string }
				desktest.Must(json.Unmarshal([]byte(line), &told))
				if ids[data.Status(told.Status)] != cmp.Or(told.ID, told.Graduate) {
					t.Errorf("%s: somebody is %s", name, line)
				}
			}
		}
		words, listed, overview := text.For("en"), output(t, "list", path, "--lang", "en"), output(t, "overview", path, "--json")
		for s := range ids {
			if word := words.Say("status."+string(s), nil); s != data.StatusRemoved && !strings.Contains(listed, word) {
				t.Errorf("the list does not say %q", word)
			}
			if place := fmt.Sprintf(`{"status":%q,"number":1}`, s); s != data.StatusRemoved && !strings.Contains(overview, place) {
				t.Errorf("the overview does not say %s", place)
			}
		}
	})
}

// statusAtDesks asks each desk for who is in a state.
func statusAtDesks(t *testing.T, r *registrar.Registrar, s data.Status, id string) {
	t.Helper()
	if row, err := r.Table.Find(id); err != nil || row.Status != s {
		t.Errorf("%s: the row says %s, %v", s, row.Status, err)
	}
	filter := registrar.Filter{Status: s, Removed: s == data.StatusRemoved}
	rows, err := r.Table.List(filter)
	if err != nil || len(rows) != 1 || rows[0].Graduate.ID != id {
		t.Errorf("%s: the table has %d, %v", s, len(rows), err)
	}
	if s == data.StatusRemoved {
		return // nothing is printed of them
	}
	printed, err := r.Printing.Draw(io.Discard, printing.FormatExcel, printing.Job{Document: printing.Missing, Status: s})
	if err != nil || !slices.Equal(printed.IDs, []string{id}) {
		t.Errorf("%s: printed are %q, %v", s, printed.IDs, err)
	}
	if n, err := r.Table.SaveCollection(desktest.Ctx, filter, nil, filepath.Join(t.TempDir(), "x.xlsx")); err != nil || n != 1 {
		t.Errorf("%s: the workbook has %d, %v", s, n, err)
	}
}
