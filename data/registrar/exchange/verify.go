package exchange

import (
	"io/fs"
	"path/filepath"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/exchange"
	"graduand/data/file"
	"graduand/data/registry"
)

// maximumKey bounds a file with a key, in octets.
const maximumKey = 4 << 10

// Check says by what a message is examined: the files of an age identity and of the public minisign key
// of who should have signed it, and what was told by voice where it is sealed by a code. Without a
// signer nobody vouches for the keys that the message itself names.
type Check struct{ Identity, Signer, Code string }

// Verified is a message that is whole.
type Verified struct {
	exchange.Envelope
	// Hash is that of the message, From and To are the fingerprints of keys, To "" where it is addressed
	// to nobody.
	Hash, From, To string
	// People is how many graduates it is about, Files how many photos and scans it brings, of Octets.
	People, Files int
	Octets        int64
	// Findings are what to look at; a message without any is genuine.
	Findings []error
}

// Verify examines a message without a registry and writes nothing. What is wrong with it is refused by
// a code "message.…".
func Verify(path string, c Check) (*Verified, error) {
	opening, err := c.opening()
	if err != nil {
		return nil, err
	}
	f, size, err := file.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	m, err := exchange.Open(f, size, opening)
	if err != nil {
		return nil, err
	}
	v := &Verified{Envelope: m.Envelope, Hash: m.Hash, From: m.From.Fingerprint(), To: m.To, Octets: m.Files}
	v.count(&m.Message)
	if c.Signer == "" {
		v.Findings = append(v.Findings, data.Fail("message.unproven", data.Args{"fingerprint": v.From}))
	}
	if m.CampaignFile != nil {
		if _, err := campaign.Load(m.CampaignFile, registry.Program); err != nil {
			v.Findings = append(v.Findings, err)
		}
	}
	return v, nil
}

func (c Check) opening() (o exchange.Opening, err error) {
	o.Code, o.Signers = c.Code, exchange.AnySigner
	if c.Identity != "" {
		text, err := file.Read(c.Identity, maximumKey)
		if err != nil {
			return o, err
		}
		reader, err := exchange.ParseReader(string(text))
		if err != nil {
			return o, err
		}
		o.Identities = []*exchange.Identity{reader}
	}
	if c.Signer == "" {
		return o, nil
	}
	text, err := file.Read(c.Signer, maximumKey)
	if err != nil {
		return o, err
	}
	signer, err := exchange.ParseSigner(string(text))
	o.Signers = func(*exchange.Envelope) ([]exchange.Keys, error) { return []exchange.Keys{signer}, nil }
	return o, err
}

// count counts people and files: the same person may have several rows, and the same file several
// places.
func (v *Verified) count(m *exchange.Message) {
	people, files := map[string]bool{}, map[string]bool{}
	for i := range m.Records {
		people[m.Records[i].Graduate.ID] = true
		for _, d := range m.Records[i].Documents {
			files[d.File] = true
		}
	}
	for _, r := range m.Receipts {
		people[r.Graduate] = true
	}
	for _, s := range m.States {
		people[s.Graduate] = true
	}
	delete(files, "")
	v.People, v.Files = len(people), len(files)
}

// WriteSchema writes what a centre needs to build a reader or a writer of its own into a folder, which
// is made: schemas, their description and a worked example. Files of these names are replaced.
func WriteSchema(folder string) error {
	all := exchange.Shipped()
	return fs.WalkDir(all, ".", func(path string, entry fs.DirEntry, err error) error {
		to := filepath.Join(folder, filepath.FromSlash(path))
		switch {
		case err != nil:
			return err
		case entry.IsDir():
			return file.MakeFolder(to)
		}
		content, err := fs.ReadFile(all, path)
		if err != nil {
			return err
		}
		return file.Save(to, content)
	})
}
