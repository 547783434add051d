package exchange

import (
	"bytes"
	"flag"
)

// Update has the files that are kept beside the schema written anew.
var Update = flag.Bool("update", false, "write the schemas of the tables and the worked example anew")

// TablesOf is the datapackage.json of a type of messages, without fields of a campaign.
func TablesOf(t Type) ([]byte, error) {
	var all []resource
	for _, p := range (&sheaf{}).parts(t) {
		all = append(all, p.resource)
	}
	return encodeDataPackage(string(t), all)
}

// OpenPlain opens what was sealed.
func OpenPlain(plain []byte, o Opening) (*Opened, error) {
	return openPlain(bytes.NewReader(plain), int64(len(plain)), o)
}
