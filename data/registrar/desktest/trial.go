// Package desktest gives the tests of the registry and of the desks what they share: registries,
// graduates, filled forms, and the questions that they ask again and again.
package desktest

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/registrar"
)

// The phones of three graduates.
const (
	PhoneA = "+996555000101"
	PhoneB = "+996555000102"
	PhoneC = "+996555000103"
)

// Sound wants a doctor without complaints.
func Sound(t testing.TB, r *registrar.Registrar) {
	t.Helper()
	if ills, err := r.Doctor(Ctx); err != nil || len(ills) > 0 {
		t.Errorf("the doctor finds %v, %v", ills, err)
	}
}

// MustCreateFrom makes a registry of a campaign file under a clock.
func MustCreateFrom(t testing.TB, source string, now func() time.Time) *registrar.Registrar {
	t.Helper()
	c, err := registrar.Campaign("", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	o := Options()
	o.Now = now
	r, err := registrar.Create(Ctx, filepath.Join(t.TempDir(), "school.graduand"), c, data.School{Name: "Школа"}, registrar.Founder{Name: "tester"}, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

// ListFiles are the paths of what lies in a folder.
func ListFiles(t testing.TB, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	Must(err)
	var names []string
	for _, e := range entries {
		names = append(names, filepath.Join(folder, e.Name()))
	}
	return names
}

// Ctx is never cancelled.
var Ctx = context.Background()

// Noon is within both campaigns' seasons for all that the tests ask.
var Noon = time.Date(2020, 2, 10, 12, 0, 0, 0, time.UTC)

// Options open by [Key], at [Noon].
func Options() registrar.Options {
	return registrar.Options{Now: func() time.Time { return Noon }, Rand: rand.NewChaCha8([32]byte{1}), Key: Key}
}

// Key opens the registries of all tests that are not about signing in.
var Key = func() *registrar.SchoolKey {
	key, err := registrar.NewSchoolKey(rand.NewChaCha8([32]byte{2}))
	if err != nil {
		panic(err)
	}
	return key
}()

// MustCreate makes a registry of a built-in campaign in a temporary folder.
func MustCreate(t testing.TB, campaignID string) *registrar.Registrar {
	t.Helper()
	return MustCreateWith(t, campaignID, Options())
}

// MustCreateWith is [MustCreate] with another clock, key or source of randomness.
func MustCreateWith(t testing.TB, campaignID string, o registrar.Options) *registrar.Registrar {
	t.Helper()
	c, err := registrar.Campaign(campaignID, nil)
	if err != nil {
		t.Fatal(err)
	}
	r, err := registrar.Create(Ctx, filepath.Join(t.TempDir(), "school.graduand"), c, data.School{Name: "Ліцей"}, registrar.Founder{Name: "tester"}, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

// ChooseCentre lets the school belong to the first centre of its campaign, to which what is posted
// is addressed.
func ChooseCentre(t testing.TB, r *registrar.Registrar) {
	t.Helper()
	school := r.School()
	school.Centre = r.Campaign().Centres[0].Code
	Must(r.Season.ChangeSchool(Ctx, school))
}

// MustCreateFor makes a registry in which somebody of a role has signed in.
func MustCreateFor(t testing.TB, campaignID string, role registrar.Role) *registrar.Registrar {
	t.Helper()
	o := Options()
	o.Demo = true
	r := MustCreateWith(t, campaignID, o)
	if err := r.StepIn(Ctx, registrar.Account{Name: "Second", Role: role}, registrar.DemoPassword); err != nil {
		t.Fatal(err)
	}
	return r
}

// MustRead is the content of a file.
func MustRead(t testing.TB, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// Must panics for a failure of the test itself.
func Must(err error) {
	if err != nil {
		panic(err)
	}
}

// WantCode wants a refusal with this code, "" for none.
func WantCode(t testing.TB, what string, err error, code string) {
	t.Helper()
	if data.CodeOf(err) != code || err == nil && code == "" {
		t.Errorf("%s: got %v, want %s", what, err, code)
	}
}
