package phone

import (
	"strconv"
	"strings"

	"github.com/nyaruka/phonenumbers"
)

// Home is how the numbers of a country are dialled within it.
type Home struct{ code, prefix string }

// HomeOf is that of a region, an ISO code such as UA.
func HomeOf(region string) Home {
	return Home{code: "+" + strconv.Itoa(phonenumbers.GetCountryCodeForRegion(region)), prefix: phonenumbers.GetNddPrefixForRegion(region, true)}
}

// Number is an E.164 number as it is dialled at home, 0777121205 for +996777121205; "" for a
// number of another country.
func (h Home) Number(e164 string) string {
	national, is := strings.CutPrefix(e164, h.code)
	if !is {
		return ""
	}
	return h.prefix + national
}
