package vault

import (
	"crypto/rand"
	"errors"
	"testing"

	"graduand/data/vault/internal/price"
)

// cheap are parameters for tests that are not about the price.
var cheap = Params{Memory: 64, Time: 1, Threads: 1}

// lowerFloor lets cheap parameters pass for one test.
func lowerFloor(t testing.TB) {
	t.Helper()
	real := price.Floor
	price.Floor = price.Params(cheap)
	t.Cleanup(func() { price.Floor = real })
}

func newKey(t testing.TB) *Key {
	t.Helper()
	return must(NewKey(rand.Reader))(t)
}

func newSchool(t testing.TB) *SchoolKey {
	t.Helper()
	return must(NewSchoolKey(rand.Reader))(t)
}

func newIdentity(t testing.TB) *Identity {
	t.Helper()
	return must(NewIdentity(rand.Reader))(t)
}

// must gives the value, or ends the test.
func must[T any](value T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

// refused demands that err is want and nothing else went through.
func refused(t testing.TB, what string, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("%s: got %v, want %v", what, err, want)
	}
}

// dry is a source of randomness that has none.
type dry struct{}

var errDry = errors.New("no randomness")

func (dry) Read([]byte) (int, error) { return 0, errDry }
