package registry_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
	"graduand/data/registry"
)

// whoMay says for each right which roles have it, and whether it rests when the work in
// the file is over (F-06).
var whoMay = map[registrar.Right]struct {
	roles []registrar.Role
	rests bool
}{
	registrar.RightLook:       {[]registrar.Role{registrar.RoleHead, registrar.RoleResponsible, registrar.RoleRegistering, registrar.RoleAccesses, registrar.RoleReader, registrar.RoleGraduate}, false},
	registrar.RightFill:       {[]registrar.Role{registrar.RoleHead, registrar.RoleResponsible, registrar.RoleRegistering, registrar.RoleGraduate}, true},
	registrar.RightRegister:   {[]registrar.Role{registrar.RoleHead, registrar.RoleResponsible, registrar.RoleRegistering}, true},
	registrar.RightHistory:    {[]registrar.Role{registrar.RoleHead, registrar.RoleResponsible, registrar.RoleRegistering, registrar.RoleAccesses, registrar.RoleReader}, false},
	registrar.RightPrint:      {[]registrar.Role{registrar.RoleHead, registrar.RoleResponsible, registrar.RoleRegistering}, false},
	registrar.RightPrintFinal: {[]registrar.Role{registrar.RoleHead, registrar.RoleResponsible, registrar.RoleRegistering}, false},
	registrar.RightAccess:     {[]registrar.Role{registrar.RoleHead, registrar.RoleResponsible, registrar.RoleAccesses}, true},
	registrar.RightSchool:     {[]registrar.Role{registrar.RoleHead, registrar.RoleResponsible, registrar.RoleRegistering}, true},
	registrar.RightBackup:     {[]registrar.Role{registrar.RoleHead, registrar.RoleResponsible, registrar.RoleRegistering}, false},
	registrar.RightExamine:    {[]registrar.Role{registrar.RoleHead, registrar.RoleResponsible, registrar.RoleRegistering, registrar.RoleAccesses, registrar.RoleReader}, false},
	registrar.RightPassword:   {[]registrar.Role{registrar.RoleHead, registrar.RoleResponsible, registrar.RoleRegistering, registrar.RoleAccesses, registrar.RoleReader}, false},
	registrar.RightAccounts:   {[]registrar.Role{registrar.RoleHead}, false},
	registrar.RightClose:      {[]registrar.Role{registrar.RoleHead}, false},
	registrar.RightErase:      {[]registrar.Role{registrar.RoleHead}, false},
	registry.RightSetAside:    {[]registrar.Role{registrar.RoleHead}, false},
}

// situation is how somebody stands before a registry.
type situation struct {
	name string
	prep func(t *testing.T, r *registrar.Registrar, id string)
	// refuses is the code for a right, "" when it is allowed.
	refuses func(registrar.Right) string
}

// signInAs puts somebody of a role in the place of the one who opened by key.
func signInAs(role registrar.Role) func(*testing.T, *registrar.Registrar, string) {
	return func(_ *testing.T, r *registrar.Registrar, id string) {
		*r.Who() = registrar.Account{ID: "slot", Name: "Кто-то", Role: role}
		if role == registrar.RoleGraduate {
			r.Who().ID = id
			r.BecomeGraduate(id)
		}
	}
}

func byRole(role registrar.Role) situation {
	return situation{name: string(role), prep: signInAs(role), refuses: func(right registrar.Right) string {
		if slices.Contains(whoMay[right].roles, role) {
			return ""
		}
		return "account.not_allowed"
	}}
}

func situations() []situation {
	over := func(right registrar.Right, code string) string {
		if whoMay[right].rests {
			return code
		}
		return ""
	}
	return []situation{
		byRole(registrar.RoleHead), byRole(registrar.RoleResponsible), byRole(registrar.RoleRegistering), byRole(registrar.RoleAccesses), byRole(registrar.RoleReader), byRole(registrar.RoleGraduate),
		{name: "must change", prep: func(t *testing.T, r *registrar.Registrar, id string) {
			signInAs(registrar.RoleHead)(t, r, id)
			r.Who().MustChange = true
		}, refuses: func(right registrar.Right) string {
			if right == registrar.RightPassword {
				return ""
			}
			return "account.must_change"
		}},
		{name: "closed", prep: func(t *testing.T, r *registrar.Registrar, id string) {
			if err := r.SetState(desktest.Ctx, registry.StateClosed, registry.EventClosed); err != nil {
				t.Fatal(err)
			}
		}, refuses: func(right registrar.Right) string { return over(right, "registry.closed") }},
		{name: "moved", prep: func(t *testing.T, r *registrar.Registrar, id string) {
			if err := r.SetState(desktest.Ctx, registry.StateMoved, registry.EventMoved); err != nil {
				t.Fatal(err)
			}
		}, refuses: func(right registrar.Right) string { return over(right, "registry.moved") }},
		{name: "locked", prep: func(t *testing.T, r *registrar.Registrar, _ string) { mustClose(t, r) }, refuses: func(registrar.Right) string { return "vault.locked" }},
	}
}

// refusals are the codes by which a right is refused.
var refusals = []string{"account.not_allowed", "account.must_change", "registry.closed", "registry.moved", "vault.locked"}

func TestRolesAndRights(t *testing.T) {
	made := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, made, "surname=Асанова", "class=11-А", "phone=0555000101")
	if err := made.Form.Attach(desktest.Ctx, id, "passport_front", "", smallPicture); err != nil {
		t.Fatal(err)
	}
	mustClose(t, made)
	content := desktest.MustRead(t, made.Path())
	for _, s := range situations() {
		for _, c := range calls {
			t.Run("F-06 "+s.name+" "+c.method+" "+string(c.right), func(t *testing.T) {
				r, err := registrar.Open(desktest.Ctx, copyIn(t, content), registrar.SignIn{}, desktest.Options())
				if err != nil {
					t.Fatal(err)
				}
				defer r.Close()
				s.prep(t, r, id)
				before := r.Head()
				code, want := "", s.refuses(c.right)
				if err := c.do(r, id, t.TempDir()); slices.Contains(refusals, data.CodeOf(err)) {
					code = data.CodeOf(err)
				}
				if code != want {
					t.Errorf("got %q, want %q", code, want)
				}
				if want != "" && r.Head() != before {
					t.Error("refused, and yet there is an event")
				}
				if allowed := r.May(c.right); allowed != (want == "") {
					t.Errorf("May says %v", allowed)
				}
			})
		}
	}
}

func TestEveryMethodHasItsRight(t *testing.T) {
	known := map[string]bool{}
	for _, name := range harmless {
		known[name] = true
	}
	rights := map[registrar.Right]bool{}
	for _, c := range calls {
		known[c.method], rights[c.right] = true, true
	}
	for _, name := range methods(t) {
		if !known[name] {
			t.Errorf("F-06 %s is neither in the table nor harmless", name)
		}
		delete(known, name)
	}
	for name := range known {
		t.Errorf("F-06 there is no method %s", name)
	}
	for _, right := range registrar.Rights() {
		if !rights[right] {
			t.Errorf("F-06 no method is tried for %s", right)
		}
	}
}

// methods are those of the door, with the registry's that show through, and of every desk;
// what tests alone add to the registry is left out.
func methods(t *testing.T) []string {
	door := reflect.TypeFor[registrar.Registrar]()
	hooks, names := hooks(t), []string{}
	for i := range door.NumField() {
		desk := door.Field(i)
		for j := range desk.Type.NumMethod() {
			if name := desk.Type.Method(j).Name; desk.Anonymous && !hooks[name] {
				names = append(names, name)
			} else if !desk.Anonymous {
				names = append(names, desk.Name+"."+name)
			}
		}
	}
	for i := range reflect.PointerTo(door).NumMethod() {
		if name := reflect.PointerTo(door).Method(i).Name; !slices.Contains(names, name) && !hooks[name] {
			names = append(names, name)
		}
	}
	return names
}

// hooks are the methods that export_test.go adds.
func hooks(t *testing.T) map[string]bool {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "export_test.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, d := range file.Decls {
		if f, is := d.(*ast.FuncDecl); is && f.Recv != nil {
			names[f.Name.Name] = true
		}
	}
	return names
}

func TestGraduateLooksAtTheOwnSheet(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.CompleteORT(t, r)
	signInAs(registrar.RoleGraduate)(t, r, id)
	job := printing.Job{Document: printing.Sheet, Only: []string{id}}
	if printed, err := r.Printing.Draw(&bytes.Buffer{}, ".pdf", job); err != nil || printed.Graduates != 1 {
		t.Errorf("KG-059 the preview: %+v, %v", printed, err)
	}
	_, err := r.Printing.Save(desktest.Ctx, filepath.Join(t.TempDir(), "sheet.pdf"), job)
	desktest.WantCode(t, "F-06 saving", err, "account.not_allowed")
}
