package assets

import (
	"crypto/sha256"
	"encoding/hex"
	"testing"
)

// The models are those that the limits of a campaign were measured with: another one would
// judge otherwise. They are from outside, so what they are is pinned.
func TestModelsAreTheOnesThatWereMeasured(t *testing.T) {
	for name, want := range map[string]string{
		"facefinder": "d8014993e7298c7b1865d1f8b855d6dbf4ec5c808bf879e2091ab6837abf90cd",
		"puploc":     "aa01adf34e5af6ed333be75e934275fc39fba2b63790cb340353b2d459c96ccc",
		"lp84":       "2389ac114b9e18a2f6036fe9728be47baca012d42993167b8146a7cfe96b334f",
		"lp93":       "7e7ad437cb7488a3c37f2cbcadb0a5ee9ee4561fd17085de5eb5ec62b66480bd",
	} {
		model, err := Models.ReadFile("models/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if sum := sha256.Sum256(model); hex.EncodeToString(sum[:]) != want {
			t.Errorf("%s is %x", name, sum)
		}
	}
}
