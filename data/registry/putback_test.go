package registry_test

import (
	"database/sql"
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
)

// putBack copies rows of a table from an earlier copy of the registry over the present
// ones, as somebody with the file and no password can.
func putBack(t *testing.T, path string, earlier []byte, table string) {
	t.Helper()
	old := copyIn(t, earlier)
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, query := range []string{"ATTACH '" + old + "' AS old", "DELETE FROM main." + table, "INSERT INTO main." + table + " SELECT * FROM old." + table} {
		if _, err := db.Exec(query); err != nil {
			t.Fatalf("%s: %v", query, err)
		}
	}
}

func TestEarlierPasswordsPutBack(t *testing.T) {
	t.Run("D16 KG-015 an access of before the hand-over is found", func(t *testing.T) {
		f := withAccesses()
		path := copyIn(t, f.content)
		r := openKeyed(t, path)
		if err := r.Access.HandOver(desktest.Ctx, []string{f.a}, registrar.DoorOwn, "10.2.2020", ""); err != nil {
			t.Fatal(err)
		}
		mustClose(t, r)
		putBack(t, path, f.content, "access")
		if code, ills := verdict(t, path, desktest.Options()); code != "" || !slices.Equal(codesOf(ills), []string{"altered_access"}) || ills[0].Args["id"] != f.a {
			t.Errorf("opening says %q, the doctor %v", code, ills)
		}
	})
	t.Run("KG-037 a graduate's old password opens nothing, put back into the file", func(t *testing.T) {
		f := withAccesses()
		path := copyIn(t, f.content)
		r := openKeyed(t, path)
		if err := r.Access.Change(desktest.Ctx, f.a, "украден"); err != nil {
			t.Fatal(err)
		}
		phone := desktest.MustFind(t, r, f.a).Phone
		mustClose(t, r)
		putBack(t, path, f.content, "access")
		refuseSignIn(t, path, registrar.SignIn{Phone: phone, Password: f.passwordA}, atNoon(), "vault.wrong")
	})
	t.Run("KG-014 an operator's old password opens nothing, put back into the file", func(t *testing.T) {
		path := copyIn(t, staffed().content)
		r := mustSignIn(t, path, responsibleIn, atNoon())
		if err := r.ChangePassword(desktest.Ctx, responsibleIn.Password, freshPassword); err != nil {
			t.Fatal(err)
		}
		mustClose(t, r)
		putBack(t, path, staffed().content, "slot")
		refuseSignIn(t, path, responsibleIn, atNoon(), "vault.tampered")
	})
}

// plant runs a statement on a closed registry.
func plant(t *testing.T, path, query string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(query); err != nil {
		t.Fatal(err)
	}
}

func TestForeignSchema(t *testing.T) {
	for name, query := range map[string]string{
		"a trigger": "CREATE TRIGGER keep AFTER DELETE ON graduate BEGIN SELECT 1; END",
		"a table":   "CREATE TABLE evil (x)",
		"an index":  "CREATE INDEX more ON event (at)",
		"a view":    "CREATE VIEW all_of_them AS SELECT * FROM graduate",
	} {
		t.Run("F-16 "+name+" that was planted is named and the registry refused", func(t *testing.T) {
			r := desktest.MustCreate(t, "zno-2020")
			path := r.Path()
			mustClose(t, r)
			plant(t, path, query)
			if _, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, desktest.Options()); data.CodeOf(err) != "registry.foreign_schema" {
				t.Errorf("got %v", err)
			}
		})
	}
}
