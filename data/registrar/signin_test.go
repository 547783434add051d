package registrar_test

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/prooftest"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/roster"
	"graduand/data/registry"
	classlist "graduand/data/roster"
	"graduand/data/vault"
)

// signedInto is how many graduates the registry has into which people sign in.
const signedInto = 400

// Facts §3: whoever signs in waits a second at most, at the price that a password has in the program: as many
// sign-ins of the head, and one of each of so many graduates.
func TestSignInTakesASecond(t *testing.T) {
	people := prooftest.Times(t, 2)
	if p := vault.DefaultParams(); p.Memory < 64<<10 {
		t.Fatalf("a password costs %+v here, which is not its price", p)
	}
	c, err := registrar.Campaign("ort-2021", nil)
	desktest.Must(err)
	o := desktest.Options()
	o.Key = nil
	path := filepath.Join(t.TempDir(), "school.graduand")
	head := registrar.SignIn{Phone: c.Demo.Phone, Password: registrar.DemoPassword}
	r, err := registrar.Create(desktest.Ctx, path, c, c.Demo.School, registrar.Founder{Phone: head.Phone, Password: head.Password}, o)
	desktest.Must(err)
	enlist(t, r)
	doors := withAccess(t, r, people)
	desktest.Must(r.Close())
	heads := slices.Repeat([]registrar.SignIn{head}, people)
	prooftest.Tell(t, prooftest.Figures{"sign_ins": float64(2 * people),
		"peak_head_ms": milliseconds(timed(t, path, o, heads)), "peak_graduate_ms": milliseconds(timed(t, path, o, doors))})
}

func milliseconds(d time.Duration) float64 { return float64(d.Milliseconds()) }

// Of these the surnames are made: none is like another.
var (
	begins = strings.Fields("Барсу Вельмо Горно Дубови Жарко Зимоле Косту Лепешо Мураве Ночле Парусо Робки Сапожо Туманя Угрю Филино Хлебу Цапле Чайко Шиповя")
	ends   = strings.Fields("вский ненко рыгин чуков дзе ташев лозов мирный пышкин гадский щёнов бекова жаев котько фанов сидзе хонин цкая юркин ягода")
)

// enlist imports the graduates.
func enlist(t *testing.T, r *registrar.Registrar) {
	t.Helper()
	var people []data.Graduate
	for n := range signedInto {
		people = append(people, data.Graduate{Surname: begins[n%len(begins)] + ends[n/len(begins)], GivenName: "Ева", Class: fmt.Sprintf("11-%c", 'А'+n%8), Phone: fmt.Sprintf("+9965559%05d", n)})
	}
	var list bytes.Buffer
	desktest.Must(classlist.WriteRoster(&list, "Школа", people, []string{data.FieldSurname, data.FieldGivenName, data.FieldClass, data.FieldPhone}, "ru"))
	read, err := r.Roster.Read(desktest.Ctx, "roster.xlsx", list.Bytes(), roster.Options{})
	desktest.Must(err)
	if ids, err := r.Roster.Import(desktest.Ctx, read); err != nil || len(ids) != signedInto {
		t.Fatalf("%d imported: %v", len(ids), err)
	}
}

// withAccess lets so many graduates have a password, and says by what they sign in.
func withAccess(t *testing.T, r *registrar.Registrar, people int) (doors []registrar.SignIn) {
	t.Helper()
	rows, err := r.Table.List(registrar.Filter{})
	desktest.Must(err)
	var ids []string
	for _, row := range rows[:people] {
		ids = append(ids, row.Graduate.ID)
	}
	_, err = r.Access.Create(desktest.Ctx, ids, nil)
	desktest.Must(err)
	doors, err = registry.Read(r.Registry, registry.RightAccess, func(v *registry.View) ([]registrar.SignIn, error) {
		var doors []registrar.SignIn
		for _, id := range ids {
			g, err := v.Find(id)
			if err != nil {
				return nil, err
			}
			all, err := v.Passwords(desktest.Ctx, []*data.Graduate{g})
			if err != nil {
				return nil, err
			}
			doors = append(doors, registrar.SignIn{Phone: g.Phone, Password: all.Of(g, *g.Access(data.DoorOwn))})
		}
		return doors, nil
	})
	desktest.Must(err)
	return doors
}

// timed signs in by each door, and is the time that all but a twentieth take at most.
func timed(t *testing.T, path string, o registrar.Options, doors []registrar.SignIn) time.Duration {
	t.Helper()
	var took []time.Duration
	for _, door := range doors {
		begun := time.Now()
		r, err := registrar.Open(desktest.Ctx, path, door, o)
		took = append(took, time.Since(begun))
		desktest.Must(err)
		desktest.Must(r.Close())
	}
	slices.Sort(took)
	return took[(len(took)*95+99)/100-1]
}
