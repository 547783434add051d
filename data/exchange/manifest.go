package exchange

import (
	"regexp"
	"strings"

	"graduand/data"
)

// The names of what makes a zip a bag (RFC 8493), and of what is ours in it.
const (
	declarationPath = "bagit.txt"
	infoPath        = "bag-info.txt"
	manifestPath    = "manifest-sha256.txt"
	tagmanifestPath = "tagmanifest-sha256.txt"
	signaturePath   = "tagmanifest-sha256.txt.minisig"
	envelopePath    = "data/message.json"
	packagePath     = "data/datapackage.json"
	campaignPath    = "data/campaign.toml"

	payloadPrefix = "data/"
	filesPrefix   = "data/files/"
)

// declaration is all that bagit.txt says.
const declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

const (
	patternTag     = `bagit\.txt|bag-info\.txt|manifest-sha256\.txt`
	patternPayload = `data/[a-z]+\.(csv|json|toml)|data/` + patternFile
)

// names are what the entries of a message may be called.
var names = whole(patternTag + `|tagmanifest-sha256\.txt(\.minisig)?|` + patternPayload)

// readManifest reads lines «SHA-256, two blanks, name», as sha256sum writes them; every name is one
// that this manifest may have, and stands once.
func readManifest(of string, text []byte, may *regexp.Regexp) (map[string]string, error) {
	sums := map[string]string{}
	refuse := data.Fail("message.bad_bag", data.Args{"file": of})
	if len(text) == 0 || text[len(text)-1] != '\n' {
		return nil, refuse
	}
	for line := range strings.Lines(string(text)) {
		sum, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		if !whole(patternSHA256).MatchString(sum) || !may.MatchString(name) || sums[name] != "" {
			return nil, refuse
		}
		sums[name] = sum
	}
	return sums, nil
}
