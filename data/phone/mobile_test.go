package phone

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/nyaruka/phonenumbers"
)

// TestMobileNumbersAreValid: what is taken for a mobile number without asking for the other kinds is
// valid by the library, in every region that it knows; and of our two regions all mobile ones are taken.
func TestMobileNumbersAreValid(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for region := range phonenumbers.GetSupportedRegions() {
		code, taken := phonenumbers.GetCountryCodeForRegion(region), 0
		for range 500 {
			national := fmt.Sprint(1 + rng.IntN(9))
			for range 8 + rng.IntN(2) {
				national += fmt.Sprint(rng.IntN(10))
			}
			mobile, valid := isMobile(national, region), isNational(national, code, region)
			if mobile {
				taken++
			}
			number := phonenumbers.PhoneNumber{CountryCode: new(int32(code)), NationalNumber: new(numberOf(t, national))}
			ours := (region == "UA" || region == "KG") && phonenumbers.GetNumberType(&number) == phonenumbers.MOBILE
			if mobile && !valid || ours && !mobile {
				t.Fatalf("%s in %s: mobile %v, valid %v", national, region, mobile, valid)
			}
		}
		if taken == 0 && (region == "UA" || region == "KG") {
			t.Errorf("%s: none is mobile", region)
		}
	}
}

func numberOf(t *testing.T, digits string) (n uint64) {
	t.Helper()
	if _, err := fmt.Sscan(digits, &n); err != nil {
		t.Fatal(err)
	}
	return n
}
