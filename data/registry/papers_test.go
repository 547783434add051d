package registry_test

import (
	"path/filepath"
	"testing"

	"graduand/data/papers"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
)

// issueOf are the accesses of the chosen graduates with the passwords that can be read.
func issueOf(r *registrar.Registrar, only []string) ([]papers.Issued, error) {
	return registry.Read(r.Registry, registry.RightAccess, func(v *registry.View) ([]papers.Issued, error) {
		chosen, err := v.Choose(registry.Filter{Only: only})
		if err != nil {
			return nil, err
		}
		passwords, err := v.Passwords(desktest.Ctx, chosen)
		var all []papers.Issued
		for _, g := range chosen {
			for _, a := range g.Accesses {
				all = append(all, papers.Issued{Graduate: g, Access: a, Password: passwords.Of(g, a)})
			}
		}
		return all, err
	})
}

// accessesOf is the workbook of the accesses of the chosen graduates.
func accessesOf(t testing.TB, r *registrar.Registrar, only []string) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "accesses.xlsx")
	if err := r.Access.SaveWorkbook(desktest.Ctx, path, only); err != nil {
		t.Fatal(err)
	}
	return desktest.MustRead(t, path)
}
